package news.dateline.sources;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text of a consumer URI as it reads after every round of percent decoding: Camel decodes some
 * values more than once, so what must not stand there must not stand in any of them.
 */
final class Layers {
  private static final int MOST = 5;
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}\\p{Cs}]");

  private final List<String> texts = new ArrayList<>();
  private final boolean tooMany;

  Layers(String text) {
    String now = text;
    texts.add(now);
    String next = decoded(now);
    while (!next.equals(now) && texts.size() <= MOST) {
      texts.add(next);
      now = next;
      next = decoded(now);
    }
    tooMany = !next.equals(now);
  }

  /** The text decoded once, as a value is meant. */
  String decoded() {
    return texts.get(Math.min(1, texts.size() - 1));
  }

  /** What in it would have Camel run or look up something; empty when nothing. */
  Optional<String> danger() {
    if (tooMany) {
      return Optional.of("is percent-encoded over and over");
    }
    for (String text : texts) {
      if (INVISIBLE.matcher(text).find()) {
        return Optional.of("holds a line end or an invisible character");
      }
      if (text.strip().startsWith("#")) {
        return Optional.of("begins with #, which names a bean or a class");
      }
      if (text.contains("{{")) {
        return Optional.of("holds {{, which names a setting");
      }
      if (text.contains("${") || text.contains("$simple{")) {
        return Optional.of("holds ${...}, which nothing fills in here");
      }
      if (text.contains("RAW(") || text.contains("RAW{")) {
        return Optional.of("holds RAW within the value");
      }
    }
    return Optional.empty();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a lone percent sign
    }
  }
}
