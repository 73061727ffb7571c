package news.dateline.attribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "The agency", "der Agentur", "собеседник агентства": names the news agency named before, unless
 * another agency, of space or aviation, was.
 */
final class AgencyAnaphora {
  /** How many paragraphs back a bare "the agency" reaches. */
  private static final int PARAGRAPHS = 3;

  private final Copy copy;
  private final Language language;

  AgencyAnaphora(Copy copy, Language language) {
    this.copy = copy;
    this.language = language;
  }

  /** The hits, in text order, with those that only "agency" names. */
  List<AgencyHit> resolve(List<AgencyHit> hits) {
    if (hits.isEmpty()) {
      return hits;
    }
    List<AgencyHit> out = new ArrayList<>(hits.size() + 2);
    int next = 0;
    boolean rival = false;
    AgencyHit last = null;
    int i = 0;
    while (i < copy.size()) {
      if (next < hits.size() && hits.get(next).phraseFrom() <= i) {
        AgencyHit hit = hits.get(next++);
        out.add(hit);
        last = believed(hit) ? hit : last;
        i = Math.max(i, hit.phraseTo());
        continue;
      }
      if (copy.is(i, Words.AGENCY_NOUN)) {
        boolean name = copy.has(i, Copy.CAP) && !german() && i > 0 && copy.has(i - 1, Copy.CAP);
        rival |= name;
        AgencyHit found = name || last == null ? null : at(i, last, rival);
        if (found != null) {
          out.add(found);
        }
      }
      i++;
    }
    out.addAll(hits.subList(next, hits.size()));
    return out;
  }

  private boolean german() {
    return language.code().equals("de");
  }

  private static boolean believed(AgencyHit hit) {
    return !hit.trapped()
        && hit.agency().kind() == Agency.Kind.NEWS
        && (hit.isCited() || hit.named() || hit.agency().use() != Agency.Use.SIGNED);
  }

  private @Nullable AgencyHit at(int noun, AgencyHit last, boolean rival) {
    boolean ofNews =
        copy.wordEndsWith(noun, "nachrichtenagentur")
            || copy.wordEndsWith(noun, "presseagentur")
            || copy.wordEndsWith(noun, "информагентство");
    int first = noun;
    while (first > 0 && first > noun - 5 && adjective(first - 1)) {
      first--;
      ofNews |= copy.is(first, Words.AGENCY_WORD) && !copy.is(first, Words.PREPOSITION);
    }
    boolean russian = language.code().equals("ru");
    boolean definite = first > 0 && copy.is(first - 1, Words.DETERMINER) && !indefinite(first - 1);
    if (!definite && !russian) {
      return null;
    }
    int ago = copy.paragraphOf(noun) - copy.paragraphOf(last.from());
    boolean near = ago <= PARAGRAPHS && !rival && (russian || relays(last));
    if (!ofNews && !near) {
      return null;
    }
    int from = definite ? first - 1 : first;
    return new AgencyHit(noun, noun + 1, from, noun + 1, last.agency(), true, "", false);
  }

  /** It passed something on, so that "the agency" after it does so again; not who was told. */
  private static boolean relays(AgencyHit hit) {
    return hit.isCited() && hit.depth() < AgencyHit.INNERMOST;
  }

  private boolean adjective(int i) {
    return copy.has(i, Copy.WORD)
        && !copy.has(i + 1, Copy.SENTENCE)
        && !copy.is(
            i,
            Words.DETERMINER
                | Words.CUE
                | Words.AUX
                | Words.CONJUNCTION
                | Words.PREPOSITION
                | Words.TELL
                | Words.QUOTING)
        && (!copy.is(i, Words.ROLE) || copy.is(i, Words.AGENCY_WORD));
  }

  private boolean indefinite(int i) {
    char first = copy.chars[copy.start(i)];
    boolean one = first == 'u' || first == 'U' || first == 'e' || first == 'E';
    boolean a = copy.wordIs(i, "a") || copy.wordIs(i, "an");
    boolean der = copy.wordIs(i, "der") || copy.wordIs(i, "die");
    boolean the = copy.wordIs(i, "the") || copy.wordIs(i, "l'") || copy.wordIs(i, "la");
    return (one || a) && !der && !the;
  }
}
