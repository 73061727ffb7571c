package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import news.dateline.model.Markup;
import org.jdom2.Element;
import org.jsoup.nodes.Entities;

/**
 * The texts of a NewsML 1.x item put together. What stands in two formats or twice is told once;
 * what says something else is a part of the story.
 */
final class NewsMlTexts {
  private NewsMlTexts() {}

  /**
   * Without those whose words stand in another, and of alternatives (NewsML 1.2, EquivalentsList)
   * without all but the longest.
   *
   * @param best is kept in any case, and is the only one when no other counts as a text
   */
  static List<Element> distinct(List<Element> texts, Optional<Element> best) {
    if (texts.size() < 2) {
      return texts.isEmpty() ? best.stream().toList() : texts;
    }
    List<String> words = texts.stream().map(NewsMlTexts::words).toList();
    List<Element> kept = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (!isToldElsewhere(i, texts, words)) {
        kept.add(texts.get(i));
      }
    }
    return kept;
  }

  private static boolean isToldElsewhere(int i, List<Element> texts, List<String> words) {
    Optional<Element> choice = choice(texts.get(i));
    for (int k = 0; k < texts.size(); k++) {
      boolean longer =
          words.get(k).length() > words.get(i).length()
              || (words.get(k).length() == words.get(i).length() && k < i);
      boolean alternative = choice.isPresent() && choice.equals(choice(texts.get(k)));
      if (k != i && longer && (alternative || words.get(k).contains(words.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** The component around it whose parts are alternatives. */
  private static Optional<Element> choice(Element content) {
    for (Element at = content.getParentElement(); at != null; at = at.getParentElement()) {
      if (Xml.attribute(at, "EquivalentsList").filter("yes"::equalsIgnoreCase).isPresent()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static String words(Element content) {
    return content
        .getValue()
        .replaceAll("<[^>]{0,200}>", " ")
        .replaceAll("[^\\p{L}\\p{N}]+", "")
        .toLowerCase(Locale.ROOT);
  }

  /** One text after the other; as HTML when there are several. */
  static WireHtml.Body joined(List<WireHtml.Body> bodies) {
    List<WireHtml.Body> some = bodies.stream().filter(b -> !b.markup().isBlank()).toList();
    if (some.size() < 2) {
      return some.isEmpty() ? WireHtml.Body.EMPTY : some.get(0);
    }
    StringBuilder html = new StringBuilder();
    int letters = 0;
    boolean counted = true;
    for (WireHtml.Body body : some) {
      html.append("<div>").append(html(body.markup())).append("</div>\n");
      counted &= body.letters().isPresent();
      letters += body.letters().orElse(0);
    }
    return new WireHtml.Body(
        Markup.html(html.toString()), counted ? OptionalInt.of(letters) : OptionalInt.empty());
  }

  private static String html(Markup markup) {
    if (markup.kind() == Markup.Kind.HTML) {
      return markup.value();
    }
    StringBuilder html = new StringBuilder();
    for (String paragraph : markup.value().split("\\R\\s*\\R", -1)) {
      html.append("<p>").append(Entities.escape(paragraph.strip())).append("</p>");
    }
    return html.toString();
  }
}
