package news.dateline.attribution;

import news.dateline.model.Attribution.Speaker.SpeakerKind;

/**
 * Words that name somebody. Positions are tokens, end exclusive.
 *
 * @param from first word of the mention
 * @param to one past the mention
 * @param pronoun he, she, they, it
 */
record Np(int from, int to, SpeakerKind kind, boolean pronoun) {}
