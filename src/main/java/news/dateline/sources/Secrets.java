package news.dateline.sources;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code ${NAME}} from the environment and {@code ${file:/path}} from a file, so that no
 * secret stands in a source file.
 */
final class Secrets {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern SECRET_HEADER =
      Pattern.compile(".*(?:authorization|cookie|token|secret|password|api-?key|auth-?key).*");
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "[?&](password|passphrase|privateKeyPassphrase|accessKey|secretKey|accessToken|token|hmac|secret|clientSecret|sasl[A-Za-z]*Password|privateKey|sharedKey)=([^&]*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern USER_INFO =
      Pattern.compile("^[a-z][a-z0-9+.-]*://[^/?#@]*:([^/?#@]+)@");

  /** Camel's own functions, which a consumer URI may hold: what they say is no secret. */
  private static final Pattern CAMEL =
      Pattern.compile(
          "file:(?:name|onlyname|parent|path|ext|size|length|modified|absolute)[a-z.]*|date:.*|(?:header|exchangeProperty)s?[.:\\[].*|exchangeId|id");

  private static final long LARGEST_FILE = 65_536;

  private final Function<String, Optional<String>> environment;

  Secrets(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /** Does the text refer to a secret anywhere? */
  static boolean refers(String text) {
    return text.contains("${");
  }

  /** Is this a header whose value must not stand in the file? */
  static boolean isSecretHeader(String name) {
    return SECRET_HEADER.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** The first plain secret of a consumer URI: what carries it, or empty. */
  static Optional<String> plainSecretIn(String uri) {
    Matcher user = USER_INFO.matcher(uri);
    if (user.find() && !refers(user.group(1))) {
      return Optional.of("the password before @");
    }
    Matcher parameter = SECRET_PARAMETER.matcher(uri);
    while (parameter.find()) {
      if (!refers(parameter.group(2)) && !parameter.group(2).isEmpty()) {
        return Optional.of(parameter.group(1));
      }
    }
    return Optional.empty();
  }

  /**
   * The text with every reference replaced.
   *
   * @param inUri percent-encode what is filled in, unless it stands in Camel's {@code RAW(...)}
   * @param problem receives message and hint of each reference that cannot be filled in, which then
   *     becomes the empty text
   */
  String fill(String text, boolean inUri, BiConsumer<String, String> problem) {
    Matcher m = REFERENCE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      if (inUri && CAMEL.matcher(m.group(1)).matches()) {
        m.appendReplacement(out, Matcher.quoteReplacement(m.group()));
        continue;
      }
      String value = value(m.group(1), problem).orElse("");
      boolean raw = text.substring(0, m.start()).endsWith("RAW(");
      boolean whole =
          m.start() > 0
              && text.charAt(m.start() - 1) == '='
              && (m.end() == text.length() || text.charAt(m.end()) == '&');
      String shown =
          inUri && !raw && whole && (value.contains("%") || value.contains("+"))
              ? inBrackets(value) // Camel decodes such a value more than once
              : inUri && !raw
                  ? URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")
                  : value;
      m.appendReplacement(out, Matcher.quoteReplacement(shown));
    }
    m.appendTail(out);
    // in what was written, not in what was filled in
    if (REFERENCE.matcher(text).replaceAll("").contains("${")) {
      problem.accept("a ${ is not closed", "write ${NAME} or ${file:/path}");
    }
    return out.toString();
  }

  private static String inBrackets(String value) {
    return value.contains(")") ? "RAW{" + value + "}" : "RAW(" + value + ")";
  }

  private Optional<String> value(String reference, BiConsumer<String, String> problem) {
    if (reference.startsWith("file:")) {
      return ofFile(reference.substring(5), problem);
    }
    if (!NAME.matcher(reference).matches()) {
      problem.accept(
          "${" + reference + "} names neither a variable nor a file",
          "write ${NAME} or ${file:/path}");
      return Optional.empty();
    }
    Optional<String> found = environment.apply(reference).filter(v -> !v.isEmpty());
    if (found.isEmpty()) {
      problem.accept(
          "the environment variable " + reference + " is not set",
          "export " + reference + " before starting, or use ${file:/path}");
    }
    return found;
  }

  private static Optional<String> ofFile(String name, BiConsumer<String, String> problem) {
    try {
      Path file = Path.of(name);
      if (!file.isAbsolute()) {
        problem.accept(
            "the secret's file " + name + " is not an absolute path", "write ${file:/path}");
      } else if (!Files.isReadable(file) || Files.isDirectory(file)) {
        problem.accept(
            "the secret's file " + name + " cannot be read", "check path and permissions");
      } else if (Files.size(file) > LARGEST_FILE) {
        problem.accept(
            "the secret's file " + name + " is larger than 64 KB", "is it the right file?");
      } else {
        // editors and `echo` leave a line end that is no part of the secret
        return Optional.of(Files.readString(file).strip());
      }
    } catch (InvalidPathException | IOException e) {
      problem.accept("the secret's file " + name + " cannot be read", "check path and permissions");
    }
    return Optional.empty();
  }
}
