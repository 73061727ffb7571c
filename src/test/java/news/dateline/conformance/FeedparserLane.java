package news.dateline.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import news.dateline.app.ReadingPath;
import news.dateline.app.ReadingPath.Reading;
import news.dateline.model.Article;
import news.dateline.model.Item;
import news.dateline.model.Markup;
import news.dateline.model.Reason;
import news.dateline.model.Source;
import news.dateline.testing.FeedServer;

/**
 * The suite of feedparser, as assertions in {@code expectations.jsonl}. A file passes when all its
 * assertions hold, and can be judged at all only when every assertion beside {@code bozo} is about
 * something an article carries. A file with {@code Header:} lines is served with them and fetched.
 * The sanitising files are judged by {@link SafetyCheck}, since what is let through differs.
 */
final class FeedparserLane implements Lane {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where feedparser's own test server listens. */
  private static final String SERVER = "http://127.0.0.1:8097";

  private final FieldTable table = FeedparserFields.table();

  @Override
  public String name() {
    return "feedparser";
  }

  @Override
  public List<Case> run(Path feeds, ReadingPath reader) throws IOException {
    Path list = feeds.resolve("feedparser/expectations.jsonl");
    List<Case> cases = new ArrayList<>();
    if (!Files.exists(list)) {
      return cases;
    }
    try (FeedServer server = new FeedServer()) {
      for (String line : Files.readAllLines(list)) {
        JsonNode e = line.isBlank() ? null : JSON.readTree(line);
        Path file = e == null ? list : feeds.resolve(e.path("path").asText());
        if (e != null && Files.isRegularFile(file)) {
          cases.add(judge(e, Files.readAllBytes(file), reader, server));
        }
      }
    }
    return cases;
  }

  private Case judge(JsonNode e, byte[] bytes, ReadingPath reader, FeedServer server) {
    String path = e.path("path").asText();
    String category = e.path("category").asText();
    // Where relative addresses must resolve to the suite's own server, ours takes its place.
    boolean served = !e.path("headers").isEmpty() || e.path("expect").asText().contains(SERVER);
    JsonNode asserts = at(server, e.path("asserts"));
    Read read = new Read(bytes, path, headers(e), served, reader, server);
    Optional<Reading> reading = read.with(b -> b);
    List<String> faults = new ArrayList<>();
    boolean mappable;
    if (reading.isEmpty()) {
      mappable = true;
      faults.add("could not be fetched");
    } else {
      Shown shown = new Shown(reading.get());
      Judge judge = new Judge(shown, read, category.equals("sanitising"), faults);
      mappable = judge.all(asserts);
    }
    return Case.of(name(), category, path, mappable, faults);
  }

  private static JsonNode at(FeedServer server, JsonNode asserts) {
    try {
      return JSON.readTree(
          asserts.toString().replace(SERVER, server.url("").replaceFirst("/$", "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> headers(JsonNode e) {
    Map<String, String> headers = new LinkedHashMap<>();
    e.path("headers")
        .fields()
        .forEachRemaining(h -> headers.put(h.getKey(), h.getValue().asText()));
    return headers;
  }

  /** Reads one file, from the server when headers belong to it. */
  private record Read(
      byte[] bytes,
      String path,
      Map<String, String> headers,
      boolean served,
      ReadingPath reader,
      FeedServer server) {
    Optional<Reading> with(UnaryOperator<Source.Builder> source) {
      if (!served) {
        return Optional.of(reader.read(bytes, path, source));
      }
      String place = "/" + path.replaceAll("[^A-Za-z0-9/._-]", "_");
      server.put(place, headers, bytes);
      return reader.fetch(server.url(place), source);
    }
  }

  /** Judges the assertions of one file. */
  private final class Judge {
    private final Shown shown;
    private final Read read;
    private final boolean safety;
    private final List<String> faults;

    Judge(Shown shown, Read read, boolean safety, List<String> faults) {
      this.shown = shown;
      this.read = read;
      this.safety = safety;
      this.faults = faults;
    }

    /** Notes what does not hold; false when nothing but {@code bozo} could be judged. */
    boolean all(JsonNode asserts) {
      boolean onlyBozo = true;
      for (JsonNode a : asserts) {
        Optional<Boolean> held = holds(a);
        if (held.isEmpty()) {
          return false;
        }
        if (!held.get()) {
          faults.add(a.toString());
        }
        onlyBozo &= isBozo(a);
      }
      if (safety) {
        for (Optional<Article> article : shown.reading().articles()) {
          article.map(SafetyCheck::dangers).orElse(List.of()).forEach(faults::add);
        }
      }
      if (onlyBozo && shown.isRejected() && asserts.path(0).path("neg").asBoolean()) {
        faults.add("refused: " + shown.reading().items().rejections().get(0).message());
      }
      return !asserts.isEmpty();
    }

    private static boolean isBozo(JsonNode a) {
      return a.path("path").path(0).asText().equals("bozo");
    }

    /** Empty when an article does not carry what the assertion speaks of. */
    private Optional<Boolean> holds(JsonNode a) {
      boolean neg = a.path("neg").asBoolean();
      List<String> path = new ArrayList<>();
      a.path("path").forEach(p -> path.add(p.asText()));
      return switch (a.path("op").asText()) {
        case "const" -> Optional.of(!crashed());
        case "any" -> any(a.path("of"));
        case "truthy" -> truthy(path).map(b -> b != neg);
        case "contains" -> contains(path, a.path("value").asText()).map(b -> b != neg);
        case "eq" -> equal(path, a.path("value")).map(b -> b != neg);
        default -> Optional.empty();
      };
    }

    private boolean crashed() {
      return shown.reading().batch().rejections().stream()
          .anyMatch(r -> r.reason() == Reason.UNFORESEEN || r.reason() == Reason.TOO_COMPLEX);
    }

    private Optional<Boolean> any(JsonNode alternatives) {
      boolean held = false;
      for (JsonNode all : alternatives) {
        boolean whole = true;
        for (JsonNode a : all) {
          Optional<Boolean> one = holds(a);
          if (one.isEmpty()) {
            return Optional.empty();
          }
          whole &= one.get();
        }
        held |= whole;
      }
      return Optional.of(held);
    }

    private Optional<Boolean> truthy(List<String> path) {
      String field = String.join(".", path);
      if (field.equals("bozo")) {
        return Optional.of(shown.feed().repaired() || shown.isRejected());
      }
      if (field.equals("modified")) {
        return Optional.of(
            shown
                .reading()
                .document()
                .visit()
                .cursor()
                .lastModified()
                .filter(m -> !m.isBlank())
                .isPresent());
      }
      return table
          .find(path)
          .filter(c -> field.endsWith("guidislink"))
          .map(
              c ->
                  c.holds(
                      shown, FieldTable.numbers(path), JSON.getNodeFactory().booleanNode(true)));
    }

    private Optional<Boolean> contains(List<String> path, String member) {
      List<String> whole = new ArrayList<>(path);
      whole.add(member);
      return table
          .find(whole)
          .filter(c -> member.equals("link") || member.equals("language"))
          .map(c -> !c.holds(shown, FieldTable.numbers(path), JSON.getNodeFactory().textNode("")));
    }

    private Optional<Boolean> equal(List<String> path, JsonNode value) {
      if (String.join(".", path).equals("encoding")) {
        return encoding(value.asText());
      }
      if (value.isObject()) {
        boolean held = !value.isEmpty();
        for (var member : (Iterable<Map.Entry<String, JsonNode>>) value::fields) {
          List<String> inner = new ArrayList<>(path);
          inner.add(member.getKey());
          Optional<Boolean> one = equal(inner, member.getValue());
          if (one.isEmpty()) {
            return one;
          }
          held &= one.get();
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(held);
      }
      Optional<FieldTable.Check> check = table.find(path);
      if (safety) {
        return check.flatMap(c -> safe(path, value.asText()));
      }
      return check.map(c -> c.holds(shown, FieldTable.numbers(path), value));
    }

    /** In a sanitising file the words and pictures expected must be there, nothing more. */
    private Optional<Boolean> safe(List<String> path, String expected) {
      if (path.get(0).equals("feed")) {
        return Optional.of(Texts.sameWords(shown.feedWords(), expected));
      }
      int n = FieldTable.numbers(path)[0];
      Function<Item, Markup> field =
          path.contains("title") || path.contains("title_detail")
              ? Item::headline
              : shown::summaryOrBody;
      Markup written = shown.item(n).map(field).orElse(Markup.EMPTY);
      List<String> lost = SafetyCheck.losses(shown, n, written, expected);
      faults.addAll(lost);
      return Optional.of(lost.isEmpty());
    }

    /** The articles are those that come when the source is told that encoding. */
    private Optional<Boolean> encoding(String label) {
      Charset charset;
      try {
        charset = Charset.forName(label);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
      return Optional.of(
          read.with(b -> b.charset(charset)).filter(told -> sameWords(told)).isPresent());
    }

    private boolean sameWords(Reading told) {
      return told.items().feed().title().equals(shown.feed().title())
          && words(told).equals(words(shown.reading()));
    }

    private static List<Object> words(Reading reading) {
      List<Object> all = new ArrayList<>();
      reading.articles().forEach(a -> a.ifPresent(x -> all.add(x.content())));
      reading.items().items().forEach(i -> all.add(List.of(i.headline(), i.summary(), i.body())));
      return all;
    }
  }
}
