package news.dateline.bench.attribution;

import java.util.Map;
import java.util.TreeMap;

/** Texts nobody would write but somebody may send, of any length: each looks for one weak spot. */
public final class HostileTexts {
  private HostileTexts() {}

  /**
   * A few words over and over.
   *
   * @param head stands once at the start
   */
  public record Hostile(String language, String head, String unit) {
    /** The text, at least so many characters long. */
    public String make(int length) {
      return head + unit.repeat(length / unit.length() + 1);
    }
  }

  /** All of them by name. */
  public static Map<String, Hostile> all() {
    Map<String, Hostile> out = new TreeMap<>();
    english(out);
    others(out);
    return out;
  }

  private static void english(Map<String, Hostile> out) {
    put(out, "quote marks", "\"");
    put(out, "opening marks", "“");
    put(out, "mixed marks", "“„«'‘\"’”»");
    put(out, "one word between marks", "“no” ");
    put(out, "nested quotes", "“so ‘then “why ");
    put(out, "apostrophes", "'a ");
    put(out, "a long paragraph of quotes", "\"We go now,\" he said and ");
    put(out, "quotes of one speaker", "\"We go now, all of us,\" Jane Roe said. \"And soon.\" ");
    put(out, "quotes over paragraphs", "“We go now and we take the long way home, all of us.\n\n");
    put(out, "one sentence without end", "and the minister of rain said to Reuters, ");
    put(out, "agencies", "AFP AP Reuters TASS said ");
    put(out, "agencies in one credit", "AFP/AP/Reuters/");
    put(out, "quoted by agencies", "was quoted by TASS as saying by Interfax, ");
    put(out, "words of quoting", "citing quoting quoted ");
    put(out, "capitals", "Aaa Bbb Ccc ");
    put(out, "other capitals", "Aab Bba. Jane Roe and John Poe, ");
    put(out, "one surname, many people", "Aab Roe and Bab Roe said he knew. ");
    put(out, "shouting", "THE MINISTER SAID THAT ");
    put(out, "paragraph breaks", "\n\nx");
    put(out, "short paragraphs", "By Jane Roe, AFP\n\n");
    put(out, "picture credits", "Jane Roe/AFP via Getty Images ");
    put(out, "commas", "a,");
    put(out, "cues", "said ");
    put(out, "cues and commas", "said, ");
    put(out, "she said he said", "she said he said that ");
    put(out, "pronouns", "he she they it ");
    put(out, "pronouns that speak", "\"We go now,\" he said. \"They go too,\" she said. ");
    put(out, "relatives", "who, which, that, ");
    put(out, "according to", "according to according to ");
    put(out, "told that", "Roe told Poe that ");
    put(out, "brackets", "((((");
    put(out, "closed brackets", "Roe (42) said ");
    put(out, "open brackets and cues", "(said ");
    put(out, "dashes", "— ");
    put(out, "dashes and names", "— Jane Roe — said ");
    put(out, "dots", "A.");
    put(out, "dotted initials", "J. R. R. ");
    put(out, "a word without end", "a");
    put(out, "a joined word without end", "a-b'c.");
    put(out, "numbers", "1 2. 3 ");
    put(out, "half surrogates", "\ud83d");
    put(out, "emoji", "🎉 said ");
    put(out, "colons", "Roe: ");
    put(out, "semicolons", "said Roe; ");
    put(out, "titles", "President Minister Dr. Prof. ");
    put(out, "of the of the", "the head of the ");
    put(out, "possessives", "Roe's ");
    put(out, "copyright", "Copyright (c) AFP ");
    put(out, "dates", "LONDON, March 4 (Reuters) - ");
    put(out, "full-width marks", "「あ」、（い）。");
    out.put("the army and its letters", new Hostile("en", "", "Allied Forces Party AFP said "));
    out.put("one quote never closed", new Hostile("en", "He said: “", "and so it goes on "));
  }

  private static void others(Map<String, Hostile> out) {
    out.put("de: cues", new Hostile("de", "", "sagte erklärte "));
    out.put("de: so", new Hostile("de", "", "so der Minister, "));
    out.put("de: laut", new Hostile("de", "", "laut dpa zufolge, "));
    out.put("de: clauses", new Hostile("de", "", "sagte er, dass sie sagte, dass "));
    out.put("de: nouns", new Hostile("de", "", "der Sprecher der Behörde "));
    out.put("de: quotes", new Hostile("de", "", "„Wir gehen“, sagte er und "));
    out.put("de: broken quotes", new Hostile("de", "", "„Wir „gehen „nun "));
    out.put("ru: dialogue", new Hostile("ru", "", "— Мы готовы, — сказал он. — Завтра.\n"));
    out.put("ru: dialogue and quotes", new Hostile("ru", "", "— «Мы готовы», — сказал он.\n"));
    out.put("ru: dashes", new Hostile("ru", "", "— сказал — "));
    out.put("ru: cues", new Hostile("ru", "", "сообщил заявил "));
    out.put("ru: names", new Hostile("ru", "", "Иван Петров и Пётр Иванов, "));
    out.put("ru: cited", new Hostile("ru", "", "со ссылкой на ТАСС, "));
    out.put("fr: dialogue", new Hostile("fr", "", "— Nous allons, dit-il. — Demain.\n"));
    out.put("fr: cues", new Hostile("fr", "", "a-t-il dit, selon l'AFP, "));
    out.put("fr: elisions", new Hostile("fr", "", "l'd'qu'L'"));
    out.put("es: dialogue", new Hostile("es", "", "—Voy —dijo Ana—. Mañana.\n"));
    out.put("es: cues", new Hostile("es", "", "dijo que según EFE, "));
    out.put("es: names", new Hostile("es", "", "José de la Cruz y de la Vega "));
  }

  private static void put(Map<String, Hostile> out, String name, String unit) {
    out.put(name, new Hostile("en", "", unit));
  }
}
