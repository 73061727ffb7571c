package news.dateline.parse;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.dateline.model.Item;
import news.dateline.model.Letters;
import news.dateline.model.Lines;
import news.dateline.model.Markup;
import news.dateline.model.Media;
import news.dateline.model.Person;
import news.dateline.model.PubStatus;
import news.dateline.model.Wire;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/** A mail as an item: subject, text, sender, pictures. */
final class MailItem {
  private static final Pattern SIGNATURE = Pattern.compile("(?ms)^-- ?$.*");
  private static final Pattern RELEASE = Pattern.compile("(?i)^(?:media|press|news) release\\b.*");

  /** RFC 5321, section 4.5.3.1.2. */
  private static final int LONGEST_DOMAIN = 255;

  private final Content content;
  private final MimeMessage message;
  private final MailParts parts;
  private final List<MailParts.Text> texts;
  private final String signatures;

  MailItem(Content content, MimeMessage message, MailParts parts) {
    this.content = content;
    this.message = message;
    this.parts = parts;
    List<MailSignature> signed = parts.texts().stream().map(MailSignature::of).toList();
    this.texts = signed.stream().map(MailSignature::text).toList();
    this.signatures =
        signed.stream()
            .map(MailSignature::signature)
            .filter(s -> !s.isEmpty())
            .distinct()
            .collect(Collectors.joining("\n\n"));
  }

  /** Whether the mail says anything itself, beside its signature. */
  boolean hasText() {
    return parts.texts().stream()
        .anyMatch(t -> WireText.hasWords(SIGNATURE.matcher(t.plain()).replaceAll("")));
  }

  Item read() {
    List<Person> people = new ArrayList<>();
    Optional<String> from = Some.first(header("From"), header("Sender"), header("Reply-To"));
    from.flatMap(f -> AuthorForms.read(f, "author")).ifPresent(people::add);
    House house = content.house(providers(people));
    Optional<String> subject = header("Subject");
    Markup body = body();
    String plain = String.join("\n\n", texts.stream().map(MailParts.Text::plain).toList());
    Optional<String> date = header("Date");
    Item item =
        new Item(
            new Item.Identity(
                header("Message-ID").map(i -> i.replaceAll("[<>\\s]", "")).flatMap(Some::text),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of()),
            Optional.empty(),
            header("Content-Language"),
            Markup.text(subject.orElse("")),
            Markup.EMPTY,
            body,
            new Item.Dates(date, date, Optional.empty(), Optional.empty(), Optional.empty()),
            new Item.Editorial(
                PubStatus.USABLE, OptionalInt.empty(), false, genre(subject.orElse(""))),
            people,
            lines(plain, house),
            List.of(),
            media(),
            Wire.NONE.counting(Letters.count(plain)),
            content::bytes);
    return house.finish(item, this::headers);
  }

  /** Press releases say so: "Media Release: X". */
  static Optional<String> genre(String headline) {
    return RELEASE.matcher(headline).matches() ? Optional.of("Press Release") : Optional.empty();
  }

  private Lines lines(String plain, House house) {
    Optional<String> dateline =
        plain
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .limit(8)
            .flatMap(l -> house.dateline(l).stream())
            .findFirst();
    return new Lines(
        Optional.empty(),
        Optional.empty(),
        dateline,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Some.text(signatures));
  }

  /** All texts one after the other; HTML as soon as one is. */
  private Markup body() {
    if (texts.stream().noneMatch(MailParts.Text::html)) {
      return Markup.text(
          String.join("\n\n", texts.stream().map(MailParts.Text::value).toList()).strip());
    }
    StringBuilder html = new StringBuilder();
    for (MailParts.Text text : texts) {
      if (text.html()) {
        html.append(Jsoup.parse(text.value()).body().html()).append('\n');
      } else {
        for (WireText.Paragraph p : WireText.paragraphs(WireText.clean(text.value()))) {
          html.append("<p>").append(Entities.escape(p.text())).append("</p>\n");
        }
      }
    }
    return Markup.html(html.toString());
  }

  /** The sender's name and the domains it belongs to. */
  private static List<String> providers(List<Person> people) {
    List<String> out = new ArrayList<>();
    for (Person person : people) {
      Some.text(person.name()).ifPresent(out::add);
      String domain = person.email().map(m -> m.substring(m.indexOf('@') + 1)).orElse("");
      while (domain.indexOf('.') > 0 && domain.length() <= LONGEST_DOMAIN) {
        out.add(domain);
        domain = domain.substring(domain.indexOf('.') + 1);
      }
    }
    return out;
  }

  private List<Media> media() {
    return parts.attachments().stream()
        .filter(MailParts.Attachment::isMedia)
        .map(a -> Media.of(a.name(), Optional.of(a.type())))
        .toList();
  }

  private Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  private List<String> headers(String name) {
    try {
      String[] values = message.getHeader(name);
      return values == null
          ? List.of()
          : Arrays.stream(values)
              .map(MailText::header)
              .flatMap(v -> Some.text(v).stream())
              .toList();
    } catch (MessagingException e) {
      return List.of();
    }
  }
}
