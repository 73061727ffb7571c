package news.dateline.attribution;

/** Tells how far a name runs in the copy: which words, particles and dots belong to it. */
final class NameRuns {
  private final Copy copy;
  private final String language;

  NameRuns(Copy copy, String language) {
    this.copy = copy;
    this.language = language;
  }

  boolean nameWord(int i) {
    return copy.has(i, Copy.CAP)
        && !(copy.has(i, Copy.SENTENCE)
            && copy.is(
                i,
                Words.STOP
                    | Words.PREPOSITION
                    | Words.ADVERB
                    | Words.CONJUNCTION
                    | Words.THAT
                    | Words.AUX)
            && !copy.is(i, Words.MALE | Words.FEMALE))
        && !copy.is(i, Words.TIME | Words.PRONOUN | Words.FIRST_PERSON)
        && !(copy.is(i, Words.MONTH)
            && !copy.is(i, Words.MALE | Words.FEMALE)
            && !(i > 0 && copy.is(i - 1, Words.MALE | Words.FEMALE)))
        && !(copy.is(i, Words.DETERMINER) && !copy.has(i, Copy.UPPER));
  }

  boolean joint(int i) {
    return abbreviationDot(i) || (copy.is(i, Words.PARTICLE) && particle(i, copy.size()));
  }

  /** A dot that belongs to an initial or a shortened title. */
  boolean abbreviationDot(int i) {
    if (copy.mark(i) != '.' || i == 0 || copy.start(i) != copy.end(i - 1)) {
      return false;
    }
    int before = i - 1;
    boolean initial = copy.has(before, Copy.CAP) && copy.end(before) - copy.start(before) == 1;
    boolean shortened = copy.has(before, Copy.CAP) && copy.is(before, Words.ABBREVIATION);
    return (initial || shortened) && (i + 1 >= copy.size() || !copy.has(i + 1, Copy.SENTENCE));
  }

  /** "von", "al" and their like between two capitalised words. */
  boolean particle(int i, int hi) {
    if (!copy.is(i, Words.PARTICLE) || copy.has(i, Copy.CAP) || i == 0 || i + 1 >= hi) {
      return false;
    }
    boolean before =
        (copy.has(i - 1, Copy.CAP)
                && !copy.is(i - 1, Words.TITLE | Words.ROLE | Words.ORG)
                && !title(i - 1))
            || (copy.is(i - 1, Words.PARTICLE) && i > 1 && copy.has(i - 2, Copy.CAP));
    boolean after = copy.has(i + 1, Copy.CAP) || copy.is(i + 1, Words.PARTICLE);
    if (language.equals("de") && copy.is(i, Words.PREPOSITION)) {
      // "Georg Huber vom Sender": a second name before it makes it a preposition.
      boolean given = copy.is(i - 1, Words.MALE | Words.FEMALE | Words.PARTICLE);
      boolean second = i > 1 && copy.has(i - 2, Copy.CAP) && !copy.is(i - 2, Words.TITLE);
      before &= (given && !contracted(i)) || !second;
      after &= !copy.is(i + 1, Words.ORG | Words.TITLE | Words.AGENCY_NOUN);
    }
    if (copy.is(i, Words.PREPOSITION | Words.AND) && language.equals("es")) {
      before &= copy.is(i - 1, Words.MALE | Words.FEMALE) || copy.is(i - 1, Words.PARTICLE);
    }
    return before && after;
  }

  /** "im Berliner Ortsteil", "zum Ende": a preposition that has swallowed the article of a noun. */
  boolean contracted(int i) {
    return copy.is(i, Words.PREPOSITION)
        && (copy.wordEndsWith(i, "im")
            || copy.wordIs(i, "am")
            || copy.wordIs(i, "zum")
            || copy.wordIs(i, "zur")
            || copy.wordIs(i, "ins")
            || copy.wordIs(i, "vom"));
  }

  /** A capitalised word that may be part of a name, not a title or an organisation. */
  boolean nameLike(int i, int phraseFrom) {
    boolean germanNoun =
        language.equals("de") && i > phraseFrom && copy.is(i - 1, Words.DETERMINER);
    return !copy.is(i, Words.TITLE | Words.ROLE | Words.ORG | Words.STOP)
        && !title(i)
        && !germanNoun;
  }

  boolean title(int i) {
    return copy.is(i, Words.TITLE | Words.ROLE);
  }

  boolean org(int from, int to) {
    for (int i = from; i < to; i++) {
      if (copy.is(i, Words.ORG)) {
        return true;
      }
    }
    return false;
  }

  /** Russian "глава МИД Сергей Лавров": a body before the name is none of it. */
  int afterBodies(int from, int to) {
    int name = from;
    for (int i = from; language.equals("ru") && i + 2 < to; i++) {
      boolean acronym =
          copy.has(i, Copy.UPPER)
              && copy.end(i) - copy.start(i) > 1
              && !copy.has(i + 1, Copy.UPPER);
      if (acronym || copy.is(i, Words.ORG)) {
        name = i + 1;
      }
    }
    if (name == from && language.equals("ru")) {
      name = behindOwner(from, to);
    }
    return org(name, to) ? from : name;
  }

  /**
   * "президента России Дмитрий …", "Lenta.ru Галина …": where the name begins behind a genitive or
   * words in another script.
   */
  private int behindOwner(int from, int to) {
    for (int i = to - 2; i >= from; i--) {
      if (copy.mark(i) == 0 && latin(i) && copy.mark(i + 1) == 0 && !latin(i + 1)) {
        return i + 1;
      }
    }
    boolean behindNoun =
        from > 0
            && copy.has(from - 1, Copy.WORD)
            && (!copy.has(from - 1, Copy.CAP) || copy.has(from - 1, Copy.SENTENCE))
            && !copy.is(from - 1, Words.PREPOSITION | Words.CUE | Words.AUX)
            && !copy.wordEndsWith(from - 1, "словам")
            && !copy.wordEndsWith(from - 1, "слова");
    for (int i = to - 3; behindNoun && i >= from; i--) {
      if (genitive(i) && !patronymic(i + 1) && !patronymic(i) && copy.mark(i + 1) == 0) {
        return i + 1;
      }
    }
    return from;
  }

  private boolean latin(int i) {
    char c = copy.chars[copy.start(i)];
    return c < 0x250 && Character.isLetter(c);
  }

  private boolean patronymic(int i) {
    String word = copy.word(i);
    return word.contains("ович")
        || word.contains("евич")
        || word.contains("овн")
        || word.contains("евн")
        || word.contains("ичн");
  }

  private boolean genitive(int i) {
    return (copy.wordEndsWith(i, "и")
            || copy.wordEndsWith(i, "ы")
            || copy.wordEndsWith(i, "а")
            || copy.wordEndsWith(i, "я")
            || copy.wordEndsWith(i, "ого"))
        && !copy.is(i, Words.MALE | Words.FEMALE)
        && copy.end(i) - copy.start(i) > 3;
  }

  int afterTitles(int from, int to) {
    int name = from;
    for (int i = from; i < to - 1; i++) {
      if (copy.mark(i) == 0 && title(i) && !copy.is(i, Words.MALE | Words.FEMALE)) {
        name = i + 1;
      }
    }
    // "Beekeeper Nina Volkov": at the head of a sentence any trade has a capital.
    boolean trade =
        name == from
            && to - from > 2
            && copy.has(from, Copy.SENTENCE)
            && !copy.is(from, Words.MALE | Words.FEMALE)
            && copy.is(from + 1, Words.MALE | Words.FEMALE)
            && copy.mark(from + 2) == 0;
    name = trade ? from + 1 : name;
    while (name < to && copy.mark(name) != 0) {
      name++;
    }
    return name;
  }

  int words(int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      n += copy.mark(i) == 0 ? 1 : 0;
    }
    return n;
  }

  /** Where the run of name words that ends at {@code to} begins; {@code to} when there is none. */
  int runStart(int from, int to) {
    int s = to;
    while (s > from) {
      int i = s - 1;
      boolean cap =
          copy.has(i, Copy.CAP)
              && !copy.is(i, Words.TIME)
              && !(copy.has(i, Copy.SENTENCE) && copy.is(i, Words.STOP | Words.DETERMINER));
      boolean inside =
          s < to
              && (abbreviationDot(i)
                  || particle(i, to)
                  || copy.mark(i) == '&'
                  || (copy.is(i, Words.AND) && i > from && copy.has(i - 1, Copy.CAP)));
      if (!cap && !inside) {
        break;
      }
      s--;
    }
    while (s < to && !copy.has(s, Copy.CAP)) {
      s++;
    }
    return s;
  }
}
