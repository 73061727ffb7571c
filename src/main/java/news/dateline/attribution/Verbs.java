package news.dateline.attribution;

/**
 * Tells whether a word of saying, acting or thinking is used as a verb where it stands, in Russian,
 * French and Spanish; and whether the "que" behind it opens what is reported.
 */
final class Verbs {
  private static final long BETWEEN =
      Words.ADVERB | Words.OBJECT | Words.PRONOUN | Words.FIRST_PERSON;

  private static final long CLOSES =
      Words.TIME
          | Words.MONTH
          | Words.ADVERB
          | Words.ADDRESSEE
          | Words.ROLE
          | Words.TITLE
          | Words.ORG
          | Words.MEDIUM
          | Words.OUTLET
          | Words.OBJECT
          | Words.PRONOUN
          | Words.AGENCY_NOUN;

  private final Copy copy;
  private final boolean romance;
  private final boolean french;

  Verbs(Copy copy, Language language) {
    this.copy = copy;
    this.french = language.code().equals("fr");
    this.romance = french || language.code().equals("es");
  }

  /** A participle without its auxiliary, "fait" without "savoir": no word of saying. */
  boolean idle(int i) {
    if (!romance) {
      return false;
    }
    if (french && copy.wordIs(i, "fait")) {
      return i + 1 >= copy.size() || !copy.is(i + 1, Words.ADVERB) || !infinitive(i + 1);
    }
    return participle(i) && !governed(i);
  }

  private boolean infinitive(int i) {
    return copy.wordEndsWith(i, "oir") || copy.wordEndsWith(i, "er") || copy.wordIs(i, "part");
  }

  private boolean participle(int i) {
    boolean form =
        french
            ? copy.wordEndsWith(i, "é")
                || copy.wordEndsWith(i, "ée")
                || copy.wordEndsWith(i, "és")
                || copy.wordEndsWith(i, "ées")
            : copy.wordEndsWith(i, "ado") || copy.wordEndsWith(i, "ido");
    return form && !copy.is(i, Words.RECEIVED | Words.QUOTING | Words.PARTICIPLE);
  }

  /** "a … déclaré", "s'est félicité", "ha dicho", "a dit et répété"; not "est annoncé". */
  private boolean governed(int i) {
    int k = i - 1;
    while (k >= 0 && copy.is(k, BETWEEN) && !copy.is(k, Words.AUX)) {
      k--;
    }
    if (k <= 0 || copy.is(k, Words.AND)) {
      return k > 0;
    }
    if (Marks.quote(copy.mark(k)) || (copy.mark(k) == ',' && Marks.quote(copy.mark(k - 1)))) {
      return true; // "« … », déclaré Anne Roux"
    }
    if (!copy.is(k, Words.AUX)) {
      return copy.is(i, Words.BELIEF) && !copy.is(i, Words.CUE);
    }
    char first = Character.toLowerCase(copy.chars[copy.start(k)]);
    boolean having = first == 'a' || first == 'o' || first == 'h' || copy.wordHas(k, '-');
    boolean reflexive = k > 0 && copy.is(k - 1, Words.OBJECT);
    return having || reflexive || (copy.is(i, Words.BELIEF) && !copy.is(i, Words.CUE));
  }

  /**
   * Whether a "que" opens what the verb reports, and is no relative: "anunció una ley que rige".
   */
  boolean opens(int cue, int that) {
    int before = that - 1;
    if (!romance || before == cue || copy.mark(before) != 0) {
      return true;
    }
    if (copy.is(before, Words.DETERMINER) && !copy.is(before, Words.PREPOSITION | Words.PRONOUN)) {
      return false;
    }
    if (copy.is(before, Words.PREPOSITION)) {
      return before == cue + 1 || copy.is(before - 1, Words.ADVERB | Words.TIME);
    }
    boolean adverbial = copy.is(cue + 1, Words.PREPOSITION) && !copy.is(cue + 1, Words.DETERMINER);
    return adverbial || copy.has(before, Copy.CAP | Copy.NUMBER) || copy.is(before, CLOSES);
  }
}
