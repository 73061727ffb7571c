package news.dateline.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;

/**
 * Where known sites and publishing systems put their feeds: {@code feed-rules.yaml} beside this
 * class, where every rule stands with its examples. Immutable.
 */
final class FeedRules {
  /** Characters of a page that are searched: what names a channel stands in its first megabytes. */
  private static final int SEARCHED = 2 << 20;

  private static final FeedRules SHIPPED = load();

  private final List<Rule> rules;

  private FeedRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  static FeedRules shipped() {
    return SHIPPED;
  }

  /**
   * One rule; exactly one of the three expressions is there.
   *
   * @param url matches a whole address without scheme and {@code www.}
   * @param on addresses whose page is searched
   * @param page searched for in the page
   * @param generator matches the whole generator
   * @param feeds with {@code $1} for groups
   */
  record Rule(
      String name,
      Optional<Pattern> url,
      Optional<Pattern> on,
      Optional<Pattern> page,
      Optional<Pattern> generator,
      List<String> feeds,
      Map<String, String> examples,
      List<String> counterexamples) {

    List<String> ofAddress(String address) {
      return url.map(p -> p.matcher(bare(address)))
          .filter(Matcher::matches)
          .map(this::filled)
          .orElse(List.of());
    }

    List<String> ofPage(String address, String html) {
      if (page.isEmpty() || !on.map(p -> p.matcher(bare(address)).matches()).orElse(false)) {
        return List.of();
      }
      Matcher m = page.get().matcher(html.substring(0, Math.min(html.length(), SEARCHED)));
      return m.find() ? filled(m) : List.of();
    }

    List<String> ofGenerator(String text) {
      return generator.filter(p -> p.matcher(text.strip()).matches()).isPresent()
          ? feeds
          : List.of();
    }

    private List<String> filled(Matcher m) {
      List<String> out = new ArrayList<>();
      for (String feed : feeds) {
        String url = feed;
        boolean whole = true;
        for (int g = 1; g <= m.groupCount(); g++) {
          whole &= m.group(g) != null || !url.contains("$" + g);
          url = url.replace("$" + g, m.group(g) == null ? "" : m.group(g));
        }
        if (whole) {
          out.add(url);
        }
      }
      return out;
    }
  }

  /** All rules, in written order. */
  List<Rule> rules() {
    return rules;
  }

  /** Feeds the address alone gives away, likeliest first. */
  List<String> ofAddress(URI address) {
    return rules.stream().flatMap(r -> r.ofAddress(address.toString()).stream()).toList();
  }

  /** Feeds the page's source gives away. */
  List<String> ofPage(URI address, String html) {
    return rules.stream().flatMap(r -> r.ofPage(address.toString(), html).stream()).toList();
  }

  /** Feeds of the system that made the page, relative to the root of the site. */
  List<String> ofGenerator(String generator) {
    return rules.stream().flatMap(r -> r.ofGenerator(generator).stream()).toList();
  }

  private static String bare(String address) {
    String rest = address.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("#.*", "");
    int path = rest.indexOf('/');
    return path < 0
        ? rest.toLowerCase(Locale.ROOT)
        : rest.substring(0, path).toLowerCase(Locale.ROOT) + rest.substring(path);
  }

  private static FeedRules load() {
    Problems problems = new Problems();
    List<Rule> rules = new ArrayList<>();
    for (YamlNode document : Yaml.parse(text(), "feed-rules.yaml", problems)) {
      if (document instanceof YamlNode.Sequence list) {
        for (YamlNode node : list.items()) {
          if (node instanceof YamlNode.Mapping m) {
            rules.add(rule(m));
          }
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.list().get(0).toString());
    }
    return new FeedRules(rules);
  }

  private static Rule rule(YamlNode.Mapping m) {
    Map<String, String> examples = new LinkedHashMap<>();
    m.mapping("examples")
        .ifPresent(e -> e.entries().keySet().forEach(k -> examples.put(k, e.text(k).orElse(""))));
    return new Rule(
        m.text("rule").orElse(""),
        m.text("url").map(Pattern::compile),
        m.text("on").map(Pattern::compile),
        m.text("page").map(Pattern::compile),
        m.text("generator").map(Pattern::compile),
        m.texts("feeds"),
        examples,
        m.texts("not"));
  }

  private static String text() {
    try (InputStream in = FeedRules.class.getResourceAsStream("feed-rules.yaml")) {
      if (in == null) {
        throw new IllegalStateException("feed-rules.yaml is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
