package news.dateline.attribution;

import java.util.List;

/** Case endings of Russian names: enough to lead "Лаврова" back to "Лавров". */
final class RussianNames {
  private static final String[] ENDINGS = {
    "ского", "скому", "ским", "ском", "ской", "скую", "ский", "ская", "цкого", "цкому", "цкий",
    "ого", "ому", "ого", "его", "ему", "ым", "им", "ом", "ем", "ой", "ей", "ую", "ый", "ий", "ая",
    "у", "ю", "а", "я", "ы", "и", "е", "ь", "й",
  };

  private RussianNames() {}

  /** A name without its case ending. */
  static String stem(String name) {
    for (String ending : ENDINGS) {
      if (name.length() - ending.length() >= 3 && name.endsWith(ending)) {
        boolean adjective = ending.startsWith("ск") || ending.startsWith("цк");
        return name.substring(0, name.length() - ending.length())
            + (adjective ? ending.substring(0, 2) : "");
      }
    }
    return name;
  }

  /** Most Russian first names ending in а or я are women's. */
  static long gender(String firstName) {
    char last = firstName.charAt(firstName.length() - 1);
    if (last == 'а' || last == 'я') {
      return List.of("Илья", "Никита", "Данила", "Фома", "Лука", "Кузьма").contains(firstName)
          ? Words.HE
          : Words.SHE;
    }
    return last >= 'а' && last <= 'я' && last != 'ь' ? Words.HE : 0;
  }

  /** The nominative full name for a printed form, given the full names of the article. */
  static String best(String printed, boolean single, List<String> same, boolean oblique) {
    String best = null;
    for (String name : same) {
      boolean fits = single || stem(first(name)).equals(stem(first(printed)));
      if (fits && (best == null || name.length() < best.length())) {
        best = name;
      }
    }
    if (best == null) {
      return oblique ? nominative(printed) : printed;
    }
    boolean onlyOblique = oblique && best.equals(printed);
    return onlyOblique ? nominative(best) : best;
  }

  private static String first(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /** Leads a genitive or accusative name back, word by word. */
  static String nominative(String name) {
    int space = name.lastIndexOf(' ');
    if (space < 0) {
      return surname(name, false);
    }
    String given = name.substring(0, space);
    String family = name.substring(space + 1);
    boolean woman =
        given.endsWith("ы") || given.endsWith("и") || (accusative(given) && accusative(family));
    return given(given, woman) + " " + surname(family, woman);
  }

  /** "Марию Захарову": a woman's; a man's accusative is his genitive. */
  private static boolean accusative(String name) {
    return name.endsWith("у") || name.endsWith("ю");
  }

  private static String given(String given, boolean woman) {
    String base = given.substring(0, given.length() - 1);
    if (woman) {
      if (accusative(given)) {
        return base + (given.endsWith("ю") ? "я" : "а");
      }
      boolean soft =
          given.endsWith("ии")
              || given.endsWith("ои")
              || given.endsWith("аи")
              || given.endsWith("ьи")
              || given.endsWith("еи");
      return base + (soft ? "я" : "а"); // "Марии", "Зои", "Майи", "Дарьи"
    }
    if (given.endsWith("ея") || given.endsWith("ия") || given.endsWith("ая")) {
      return base + "й";
    }
    if (given.endsWith("ря")) {
      return base + "ь";
    }
    return given.endsWith("а") ? base : given;
  }

  private static String surname(String family, boolean woman) {
    if (woman) {
      if (family.endsWith("скую") || family.endsWith("цкую")) {
        return family.substring(0, family.length() - 2) + "ая";
      }
      if (family.endsWith("у")) {
        return family.substring(0, family.length() - 1) + "а";
      }
      if (family.endsWith("ской") || family.endsWith("цкой")) {
        return family.substring(0, family.length() - 2) + "ая";
      }
      if (family.endsWith("ой")) {
        return family.substring(0, family.length() - 2) + "а";
      }
      return family;
    }
    if (family.endsWith("ского") || family.endsWith("цкого")) {
      return family.substring(0, family.length() - 3) + "ий";
    }
    if (family.endsWith("ого")) {
      return family.substring(0, family.length() - 3) + "ый";
    }
    boolean genitive = family.endsWith("а") && family.length() > 3;
    return genitive ? family.substring(0, family.length() - 1) : family;
  }
}
