package news.dateline.sources;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the value of a transport's parameter may look like. None of them can hold code. */
public enum ValueKind {
  FLAG("true|false", "write true or false"),
  NUMBER("\\d{1,12}", "write a whole number"),
  TIME("\\d{1,12}|(?:\\d{1,6}[dhms]|\\d{1,9}ms)+", "write milliseconds, or 5s, 2m, 1h"),
  REGEX(".+", "write a regular expression"),
  TEXT(".+", "write a text"),
  WORDS("[A-Za-z0-9@._+/ -]+(?:,[A-Za-z0-9@._+/ -]+)*", "write words parted by commas"),
  // no colon: resource:file:/x would be read, and taken as an expression
  FILE_NAME("[^/\\\\:*?\"<>|$#{}]+", "write a name without a folder, such as ${file:name}.done"),
  FOLDER(
      "[^\\\\:*?\"<>|$#{}]+",
      "write a folder, such as read or read/${date:now:yyyyMMdd}/${file:name}"),
  FILE("/[^$#{}]+", "write the absolute path of a file"),
  MAILBOX("[^:$#{}]+", "write the name of a mailbox"),
  SERVERS("[A-Za-z0-9.\\[\\]:_-]+(?:,[A-Za-z0-9.\\[\\]:_-]+)*", "write host:port,host:port"),
  BROKER(
      "(?:failover:)?\\(?(?:amqps?|tcp)://[A-Za-z0-9._\\[\\]:-]+"
          + "(?:,(?:amqps?|tcp)://[A-Za-z0-9._\\[\\]:-]+)*\\)?"
          + "(?:\\?[A-Za-z.]+=[A-Za-z0-9_./-]+(?:&[A-Za-z.]+=[A-Za-z0-9_./-]+)*)?",
      "write amqps://host:5671, amqp://host:5672 or tcp://host:61616"),
  SORT(
      "(?:(?:reverse:|ignoreCase:)*(?:file:(?:name|onlyname|ext|parent|path|length|size|modified)"
          + "(?:\\.noext|\\.ext)?|date:file:[A-Za-z-]+)(?:;|$))+",
      "write for instance file:modified;file:name"),
  SECRET("", "write ${NAME} and export NAME, or ${file:/path}");

  /** The functions of Camel that names and folders may hold: they tell of the file and the day. */
  static final Pattern FUNCTION =
      Pattern.compile(
          "\\$\\{(?:file:(?:name|onlyname)(?:\\.noext(?:\\.single)?|\\.ext(?:\\.single)?)?"
              + "|file:(?:ext|parent|length|size|modified)"
              + "|date:(?:now|file):[A-Za-z0-9_.-]{1,40})}");

  private static final int LONGEST = 1000;

  private final Pattern pattern;
  private final String hint;

  ValueKind(String pattern, String hint) {
    this.pattern = Pattern.compile(pattern);
    this.hint = hint;
  }

  /** The kind as {@code transports.yaml} calls it. */
  public static Optional<ValueKind> of(String name) {
    for (ValueKind kind : values()) {
      if (kind.code().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** As {@code transports.yaml} calls it: {@code file-name}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What to do about a value that does not fit. */
  String hint() {
    return hint;
  }

  /** Whether a name or folder may hold {@link #FUNCTION}s. */
  boolean hasFunctions() {
    return this == FILE_NAME || this == FOLDER;
  }

  /** Whether a value, decoded, is one. A secret is never: only its name may stand there. */
  boolean fits(String value) {
    String plain = hasFunctions() ? FUNCTION.matcher(value).replaceAll("x") : value;
    if (plain.length() > LONGEST || !pattern.matcher(plain).matches()) {
      return false;
    }
    if (this == FILE_NAME) {
      return !plain.equals("..");
    }
    if (this == REGEX) {
      try {
        Pattern.compile(value);
      } catch (PatternSyntaxException e) {
        return false;
      }
    }
    return true;
  }
}
