package news.dateline.normalise;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Subject;
import org.jspecify.annotations.Nullable;

/** The short fields of an article: one clean line each. */
final class Fields {
  private Fields() {}

  /** Markup gone, references resolved, white space folded; may be empty. */
  static String line(String raw) {
    return BodyText.read(Markup.guess(raw), null).line();
  }

  static Optional<String> line(Optional<String> raw) {
    return raw.map(Fields::line).filter(text -> !text.isEmpty());
  }

  static Lines lines(Lines lines) {
    if (lines.equals(Lines.NONE)) {
      return lines;
    }
    return new Lines(
        line(lines.byline()),
        line(lines.credit()),
        line(lines.dateline()),
        line(lines.slugline()),
        line(lines.located()),
        line(lines.copyrightHolder()),
        line(lines.copyrightNotice()),
        line(lines.usageTerms()),
        line(lines.edNote()));
  }

  /** Without empty ones and doubles (same name, code and scheme), in order. */
  static List<Subject> subjects(List<Subject> subjects) {
    Map<Subject, Subject> out = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Optional<String> code = subject.code().map(String::strip).filter(c -> !c.isEmpty());
      String name = line(subject.name());
      name = name.isEmpty() ? code.orElse("") : name;
      if (!name.isEmpty()) {
        Subject clean =
            new Subject(name, code, subject.scheme().map(String::strip).filter(s -> !s.isEmpty()));
        out.putIfAbsent(clean, clean);
      }
    }
    return List.copyOf(out.keySet());
  }

  /**
   * Only http(s) addresses, each once: the fuller description of a picture named twice wins.
   *
   * @param files whether names of files count too: a wire delivers them beside the item
   */
  static List<Media> media(List<Media> media, @Nullable String base, boolean files) {
    Map<String, Media> out = new LinkedHashMap<>();
    for (Media one : media) {
      Links.absolute(one.href(), base)
          .map(URI::toString)
          .or(() -> files ? file(one.href()) : Optional.empty())
          .ifPresent(href -> out.merge(href, clean(one, href), Fields::fuller));
    }
    return new ArrayList<>(out.values());
  }

  /** A name without any folder. */
  private static Optional<String> file(String href) {
    String name = href.strip().replaceFirst("^.*[/\\\\]", "");
    boolean plain = !name.isEmpty() && name.length() <= 255 && href.indexOf(':') < 0;
    return plain ? Optional.of(name) : Optional.empty();
  }

  private static Media clean(Media media, String href) {
    return new Media(
        href,
        media.contentType().map(String::strip).filter(t -> !t.isEmpty()),
        media.size(),
        media.width(),
        media.height(),
        media.duration(),
        line(media.title()),
        line(media.caption()),
        line(media.credit()));
  }

  private static Media fuller(Media a, Media b) {
    return new Media(
        a.href(),
        a.contentType().or(b::contentType),
        a.size().isPresent() ? a.size() : b.size(),
        a.width().isPresent() ? a.width() : b.width(),
        a.height().isPresent() ? a.height() : b.height(),
        a.duration().isPresent() ? a.duration() : b.duration(),
        a.title().or(b::title),
        a.caption().or(b::caption),
        a.credit().or(b::credit));
  }
}
