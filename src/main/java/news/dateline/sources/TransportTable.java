package news.dateline.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.config.YamlNode.Mapping;

/**
 * Which transports {@code from:} of a source may name, and with which parameters: {@code
 * transports.yaml}, and schemes that the operator allows in the settings.
 */
public final class TransportTable {
  private static final String FILE = "transports.yaml";

  private static final class Shipped {
    static final TransportTable TABLE = new TransportTable(load());
  }

  private final List<Transport> transports;
  private final Map<String, Transport> byScheme = new LinkedHashMap<>();

  private TransportTable(List<Transport> transports) {
    this.transports = List.copyOf(transports);
    transports.forEach(t -> t.schemes().forEach(s -> byScheme.putIfAbsent(s, t)));
  }

  /** The transports that Dateline knows. */
  public static TransportTable shipped() {
    return Shipped.TABLE;
  }

  /**
   * The same, and components of others.
   *
   * @param schemes of {@code dateline.transports.more}; one that is known already stays as it is
   */
  public TransportTable with(Collection<String> schemes) {
    List<Transport> all = new ArrayList<>(transports);
    schemes.stream().map(Transport::open).forEach(all::add);
    return new TransportTable(all);
  }

  /** All of them, in the order in which they are declared. */
  public List<Transport> transports() {
    return transports;
  }

  /** The transport of a scheme, in small letters. */
  Optional<Transport> find(String scheme) {
    return Optional.ofNullable(byScheme.get(scheme));
  }

  /** All schemes, in the order in which they are declared. */
  List<String> schemes() {
    return List.copyOf(byScheme.keySet());
  }

  private static List<Transport> load() {
    Problems problems = new Problems();
    Mapping root = (Mapping) Yaml.parse(text(), FILE, problems).get(0);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().get(0).toString());
    }
    Mapping groups = root.mapping("groups").orElseThrow();
    List<Transport> out = new ArrayList<>();
    for (YamlNode node : ((YamlNode.Sequence) root.get("transports").orElseThrow()).items()) {
      Mapping map = (Mapping) node;
      Map<String, Transport.Parameter> parameters = new LinkedHashMap<>();
      map.mapping("parameters").ifPresent(m -> read(m, parameters));
      map.texts("groups").forEach(g -> read(groups.mapping(g).orElseThrow(), parameters));
      out.add(
          new Transport(
              map.texts("schemes"),
              map.text("doc").orElseThrow(),
              map.text("example").orElseThrow(),
              Pattern.compile(map.text("address").orElseThrow()),
              flag(map, "login"),
              flag(map, "http"),
              parameters,
              false));
    }
    return out;
  }

  private static void read(Mapping from, Map<String, Transport.Parameter> into) {
    from.entries()
        .forEach(
            (name, node) -> {
              Mapping map = (Mapping) node;
              boolean listed = map.get("is").orElseThrow() instanceof YamlNode.Sequence;
              ValueKind kind =
                  listed ? ValueKind.TEXT : ValueKind.of(map.text("is").orElse("")).orElseThrow();
              into.putIfAbsent(
                  name,
                  new Transport.Parameter(
                      kind,
                      listed ? map.texts("is") : List.of(),
                      flag(map, "secret") || kind == ValueKind.SECRET,
                      flag(map, "needed"),
                      flag(map, "http"),
                      map.text("doc").orElseThrow()));
            });
  }

  private static boolean flag(Mapping map, String key) {
    return map.text(key).filter("true"::equals).isPresent();
  }

  private static String text() {
    try (InputStream in = TransportTable.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
