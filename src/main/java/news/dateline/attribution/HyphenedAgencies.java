package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Agencies within a word: joined to each other, "ats-afp-ap", or to what they send, "dpa-Meldung".
 */
final class HyphenedAgencies {
  private static final int LONGEST = 60;

  private final Copy copy;
  private final CreditWords words;
  private final Language language;
  private final AgencyScanner scanner;
  private final Hits known;
  private final List<AgencyHit> found = new ArrayList<>();

  HyphenedAgencies(
      Copy copy, CreditWords words, Language language, AgencyScanner scanner, Hits known) {
    this.copy = copy;
    this.words = words;
    this.language = language;
    this.scanner = scanner;
    this.known = known;
  }

  List<AgencyHit> read() {
    Positions hyphened = copy.hyphened();
    for (int k = 0; k < hyphened.size(); k++) {
      int token = hyphened.get(k);
      int from = copy.start(token);
      if (!copy.has(token, Copy.CREDIT)
          && copy.end(token) - from <= LONGEST
          && scanner.opens(from, copy.text().indexOf('-', from))
          && known.within(token, token + 1).isEmpty()) {
        word(token, copy.word(token).split("-", -1));
      }
    }
    return found;
  }

  private void word(int token, String[] parts) {
    long second = language.words().bits(parts[parts.length - 1].toLowerCase(Locale.ROOT));
    if (parts.length == 2
        && (second & (Words.DISPATCH | Words.AGENCY_NOUN | Words.LISTENER)) != 0) {
      dispatch(token, parts[0]);
      return;
    }
    List<Agency> all = new ArrayList<>();
    for (String part : parts) {
      Agency agency =
          part.length() < 2 ? null : words.agency(CreditWords.letters(part), language.code());
      boolean everyday =
          agency != null && agency.use() == Agency.Use.SIGNED && !agency.credits().contains(part);
      if (agency == null || everyday || all.contains(agency)) {
        return;
      }
      all.add(agency);
    }
    if (all.stream().allMatch(a -> a.use() == Agency.Use.SIGNED)) {
      return;
    }
    all.forEach(
        a -> found.add(new AgencyHit(token, token + 1, token, token + 1, a, false, "", false)));
    boolean flows = token > 0 && copy.mark(token - 1) == 0 && !copy.has(token, Copy.SENTENCE);
    if (!flows) {
      copy.credited(token, token + 1, false);
    }
  }

  /** "laut einer dpa-Meldung", "nach AFP-Angaben". */
  private void dispatch(int token, String part) {
    Agency agency = words.agency(CreditWords.letters(part), language.code());
    if (agency == null || agency.use() == Agency.Use.SIGNED) {
      return;
    }
    boolean according = token > 0 && copy.is(token - 1, Words.ACCORDING);
    AgencyHit hit = scanner.phrase(token, token + 1, agency);
    found.add(according && !hit.trapped() ? hit.withCited("according-to") : hit);
  }
}
