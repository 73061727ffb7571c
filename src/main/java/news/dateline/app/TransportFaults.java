package news.dateline.app;

import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import news.dateline.model.DatelineException;
import news.dateline.model.Reason;
import news.dateline.sources.UriOptions;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what goes wrong in the transport of one source, in place of Camel's handler, which writes a
 * stack trace at every look. The last fault becomes the state of the source; what concerns one
 * delivery alone is a line in the log, once.
 */
final class TransportFaults implements ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(TransportFaults.class);
  private static final int REMEMBERED = 1000;
  private static final Pattern SECRET =
      Pattern.compile(".*(?:passw|passphrase|secret|token|key$|credential|hmac|signature|jaas).*");
  private static final Pattern USER_INFO = Pattern.compile("^[^:/?#]+:(?://)?[^/?#@]*:([^/?#]+)@");

  private final String source;
  private final String uri;
  private final Map<String, Boolean> told = new ConcurrentHashMap<>();
  private volatile Link last = Link.fault(Reason.UNREACHABLE, "it cannot be reached");

  TransportFaults(String source, String uri) {
    this.source = source;
    this.uri = uri;
  }

  /** The last fault of the transport as a whole. */
  Link last() {
    return last;
  }

  @Override
  public void handleException(Throwable exception) {
    handleException("", null, exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    handleException(message, null, exception);
  }

  @Override
  public void handleException(
      @Nullable String message, @Nullable Exchange exchange, @Nullable Throwable exception) {
    Link fault =
        exception == null
            ? Link.fault(Reason.UNREACHABLE, String.valueOf(message))
            : describe(exception);
    if (exchange == null) {
      last = fault;
      return;
    }
    String name =
        exchange.getIn().getHeader(Exchange.FILE_NAME, exchange.getExchangeId(), String.class);
    if (told.size() >= REMEMBERED) {
      told.clear();
    }
    if (told.put(name + " " + fault.message(), true) == null) {
      LOG.warn("{}: {} stays where it is and is tried again: {}", source, name, fault.message());
    }
  }

  /** A fault with its reason and one line for people. */
  Link describe(Throwable exception) {
    return of(exception, uri);
  }

  /**
   * @param uri of the consumer, none of whose secrets will be in the message
   */
  static Link of(Throwable exception, String uri) {
    Throwable root = ObjectHelper.createExceptionIterable(exception).iterator().next();
    Reason reason = Reason.UNREACHABLE;
    for (Throwable cause : ObjectHelper.createExceptionIterable(exception)) {
      if (cause instanceof DatelineException known) {
        reason = known.reason();
        break;
      }
      reason = reason == Reason.UNREACHABLE ? reason(cause) : reason;
    }
    String what = line(exception);
    String why = line(root);
    String all = redacted(what.contains(why) ? what : what + ": " + why, uri);
    return Link.fault(reason, all.length() > 400 ? all.substring(0, 400) + "..." : all);
  }

  /** Its message in one line; Camel repeats the whole URI before it says what is wrong. */
  private static String line(Throwable exception) {
    String text = exception.getMessage() == null ? exception.toString() : exception.getMessage();
    return text.strip()
        .replaceAll("\\s+", " ")
        .replaceFirst("^Failed to resolve endpoint: .* due to: ", "");
  }

  private static Reason reason(Throwable cause) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (cause instanceof UnknownHostException) {
      return Reason.DNS_FAILED;
    }
    if (cause instanceof SSLException) {
      return Reason.TLS_FAILED;
    }
    if (cause instanceof SocketTimeoutException) {
      return Reason.TIMEOUT;
    }
    if (cause instanceof jakarta.mail.AuthenticationFailedException
        || text.contains("auth fail")
        || text.contains("auth cancel")
        || text.contains("cannot login")
        || text.contains("code: 530")) {
      return Reason.UNAUTHORIZED;
    }
    return text.contains("does not exist") ? Reason.NOT_FOUND : Reason.UNREACHABLE;
  }

  /** The text with stars for every secret of the URI, however it is written. */
  static String redacted(String text, String uri) {
    String out = text;
    Matcher user = USER_INFO.matcher(uri);
    if (user.find()) {
      out = hidden(out, user.group(1));
    }
    for (Map.Entry<String, String> option : UriOptions.of(uri).entrySet()) {
      if (SECRET.matcher(option.getKey().toLowerCase(Locale.ROOT)).matches()) {
        out = hidden(out, option.getValue());
      }
    }
    return out;
  }

  private static String hidden(String text, String secret) {
    if (secret.length() < 3 || secret.equals("true") || secret.equals("false")) {
      return text;
    }
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return text.replace(secret, "***")
        .replace(encoded, "***")
        .replace(encoded.replace("+", "%20"), "***");
  }
}
