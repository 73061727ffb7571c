package news.dateline.normalise;

import java.util.HashMap;
import java.util.Map;

/**
 * What becomes of each HTML element. An allow-list: an element that is not listed loses its tags
 * and keeps its text.
 */
enum Tags {
  /** Kept; parts paragraphs. */
  BLOCK,
  /** Its text is kept within a plain {@code div}; parts paragraphs. */
  DIV,
  /** Kept; stands within a paragraph. */
  INLINE,
  /** A table's cell: kept, parts words only. */
  CELL,
  /** Kept, and so are its line feeds. */
  PRE,
  BR,
  HR,
  LINK,
  IMAGE,
  /** Printed with quotation marks by every browser, so the marks belong to the text. */
  QUOTE,
  /** Only its text is kept. */
  UNWRAP,
  /** Nobody sees it: gone with everything in it. */
  DROP;

  private static final Map<String, Tags> TABLE = new HashMap<>();

  static {
    put(
        BLOCK,
        "p blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 figure figcaption table caption thead"
            + " tbody tfoot tr div");
    put(
        DIV,
        "section article main header footer aside nav address center details summary form fieldset"
            + " legend hgroup dir menu body html");
    put(INLINE, "em strong b i u s del ins sub sup code small cite abbr time mark kbd samp var");
    put(CELL, "td th");
    put(PRE, "pre listing xmp plaintext");
    put(BR, "br");
    put(HR, "hr");
    put(LINK, "a");
    put(IMAGE, "img");
    put(QUOTE, "q");
    put(
        DROP,
        "script style noscript iframe embed template svg annotation annotation-xml head title base meta"
            + " link textarea select option canvas video audio map param frameset noframes noembed");
  }

  static {
    // What stands in place of a thing not shown is shown: an object never closed hides no story.
    put(UNWRAP, "object applet math span font");
  }

  private static void put(Tags tags, String names) {
    for (String name : names.split(" ", -1)) {
      TABLE.put(name, tags);
    }
  }

  /**
   * @param name lower case
   */
  static Tags of(String name) {
    return TABLE.getOrDefault(name, UNWRAP);
  }

  /** True for names of HTML elements: tells markup from a text with stray angle brackets. */
  static boolean isKnown(String name) {
    return TABLE.containsKey(name);
  }
}
