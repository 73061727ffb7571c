package news.dateline.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.dateline.model.Letters;
import news.dateline.model.Markup;

/**
 * The headlines, descriptions and bodies of one ninjs object. 1.x puts what a text is into its
 * field's name ({@code body_xhtml}, {@code description_text}); 2.x and 3.x have lists of texts with
 * role and content type.
 */
final class NinjsTexts {
  private static final List<String> HEADLINES = List.of("main", "headline", "", "text", "html");

  /** Beside the headline, never for it. */
  private static final Set<String> LESSER =
      Set.of("sub", "subhead", "subheadline", "kicker", "extended", "short", "seo", "overline");

  /** From what was written as an introduction to what is only something about the object. */
  private static final List<String> SUMMARIES =
      List.of(
          "lead",
          "teaser",
          "summary",
          "abstract",
          "ingress",
          "standfirst",
          "main",
          "text",
          "",
          "html",
          "xhtml",
          "caption",
          "short");

  /** A longer form is taken when the better one has less than this many hundredths of it. */
  private static final int FULL = 80;

  private final JsonFields n;

  NinjsTexts(JsonFields object) {
    this.n = object;
  }

  /** One text with what is said of it; role and type may be empty strings, in lower case. */
  record Text(String role, String type, String value) {
    private boolean is(String word) {
      return type.contains(word) || role.contains(word);
    }
  }

  /**
   * What was chosen of the bodies.
   *
   * @param letters in it, before anything was cut
   * @param notes parts of it that are for editors
   */
  record Body(Markup text, int letters, List<String> notes) {
    static final Body NONE = new Body(Markup.EMPTY, 0, List.of());
  }

  private List<Text> all(String list, String field) {
    List<Text> texts = new ArrayList<>();
    for (JsonFields entry : n.objects(list)) {
      Optional<String> value = entry.text("value", "text", "content");
      String role = entry.text("role").orElse("").toLowerCase(Locale.ROOT);
      String type = entry.text("contenttype", "mimetype").orElse("").toLowerCase(Locale.ROOT);
      value.ifPresent(v -> texts.add(new Text(role.replaceAll("^.*[:/]", ""), type, v)));
    }
    n.starting(field)
        .forEach((rest, value) -> texts.add(new Text(rest, rest.isEmpty() ? "" : rest, value)));
    return texts;
  }

  /** The text with the first of these roles that one has. */
  private static Optional<Text> ofRole(List<Text> texts, List<String> roles) {
    for (String role : roles) {
      for (Text text : texts) {
        if (text.role().equals(role)) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }

  Markup headline() {
    List<Text> all = all("headlines", "headline");
    return ofRole(all, HEADLINES)
        .or(() -> all.stream().filter(t -> !LESSER.contains(t.role())).findFirst())
        .map(Text::value)
        .or(() -> n.text("title", "name"))
        .or(() -> all.stream().map(Text::value).findFirst())
        .map(Markup::guess)
        .orElse(Markup.EMPTY);
  }

  Markup summary() {
    List<Text> all = all("descriptions", "description");
    return ofRole(all, SUMMARIES)
        .map(Text::value)
        .or(() -> n.text("abstract", "teaser", "summary", "caption"))
        .or(() -> ofRole(all("headlines", "headline"), List.of("extended")).map(Text::value))
        .map(Markup::guess)
        .orElse(Markup.EMPTY);
  }

  /** A description with the role; empty when there is none. */
  Optional<String> description(String... roles) {
    return ofRole(all("descriptions", "description"), List.of(roles)).map(Text::value);
  }

  /**
   * The fullest body, once: of those as full, the one that keeps most of its form; of the same form
   * the first, as those that follow repeat what stands beside the text (captions).
   */
  Body body(String headline) {
    List<Form> forms = new ArrayList<>();
    int most = 0;
    for (Text text : all("bodies", "body")) {
      Form form = form(text, headline);
      if (form.body.letters() > 0) {
        forms.add(form);
        most = Math.max(most, form.body.letters());
      }
    }
    Form best = new Form(-1, Body.NONE);
    for (Form form : forms) {
      boolean full = form.body.letters() * 100L >= most * (long) FULL;
      if (full && form.rank > best.rank) {
        best = form;
      }
    }
    return best.body;
  }

  /** The higher the rank, the more of the form is kept. */
  private record Form(int rank, Body body) {}

  private static Form form(Text text, String headline) {
    String value = text.value();
    if (text.is("nitf") && value.contains("body.content")) {
      Markup nitf = NitfBody.ofText(value);
      return new Form(2, new Body(nitf, HtmlBody.of(nitf.value(), "").letters(), List.of()));
    }
    if (text.is("html") || isMarkup(text, value)) {
      HtmlBody html = HtmlBody.of(value, headline);
      return new Form(3, new Body(html.text(), html.letters(), html.notes()));
    }
    if (text.type().contains("xml") || text.is("nitf")) {
      return new Form(0, Body.NONE); // an agency's own form of what stands beside it
    }
    return new Form(1, new Body(Markup.text(value), Letters.count(value), List.of()));
  }

  /** Nobody says what it is, and it looks like HTML. */
  private static boolean isMarkup(Text text, String value) {
    boolean unsaid = text.type().isEmpty() && !text.role().equals("text");
    return unsaid && value.contains("</") && value.contains("<");
  }
}
