package news.dateline.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import news.dateline.model.Reason;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * What went wrong when no usable answer came.
 *
 * @param reason the bounded reason
 * @param line for people
 */
record Faults(Reason reason, String line) {
  private static final int LINE = 300;

  /**
   * Reads an exception of the client.
   *
   * @param target what was asked
   */
  static Faults of(Exception e, Target target, FetchSettings settings) {
    String host = target.hostKey();
    if (e instanceof AddressRefusedException) {
      return new Faults(Reason.ADDRESS_REFUSED, message(e));
    }
    if (e instanceof UnknownHostException) {
      return new Faults(Reason.DNS_FAILED, "no address for " + target.host());
    }
    if (e instanceof ConnectTimeoutException) {
      return new Faults(
          Reason.TIMEOUT,
          "no connection to " + host + " within " + text(settings.connectTimeout()));
    }
    if (e instanceof SSLException) {
      return tls(e, host);
    }
    if (e instanceof SocketTimeoutException) {
      return new Faults(
          Reason.TIMEOUT, host + " was silent for " + text(settings.firstByteTimeout()));
    }
    if (e instanceof ClientProtocolException
        || e instanceof MalformedChunkCodingException
        || e instanceof MessageConstraintException) {
      return new Faults(
          Reason.PROTOCOL_ERROR,
          host + " does not speak proper HTTP: " + message(e.getMessage() == null ? root(e) : e));
    }
    return e instanceof IOException
        ? new Faults(Reason.UNREACHABLE, unreachable(e, host))
        : new Faults(Reason.UNFORESEEN, cut(e.toString()));
  }

  private static Faults tls(Exception e, String host) {
    return root(e) instanceof SocketException
        ? new Faults(Reason.UNREACHABLE, unreachable(e, host))
        : new Faults(
            Reason.TLS_FAILED, "no secure connection to " + host + ": " + message(root(e)));
  }

  private static String unreachable(Exception e, String host) {
    if (e instanceof NoHttpResponseException) {
      return host + " closed the connection without an answer";
    }
    if (e instanceof NoRouteToHostException) {
      return "no route to " + host;
    }
    if (e instanceof ConnectException) {
      return host + " refuses connections";
    }
    return "the connection to " + host + " broke: " + message(e);
  }

  /** Time is up for the whole visit. */
  static Faults tooLong(Target target, FetchSettings settings) {
    return new Faults(
        Reason.TIMEOUT,
        target.hostKey() + " did not finish within " + text(settings.totalTimeout()));
  }

  private static String text(java.time.Duration d) {
    return d.toMillis() % 1000 == 0 ? d.toSeconds() + " s" : d.toMillis() + " ms";
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    for (int depth = 0; depth < 20 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static String message(Throwable e) {
    return cut(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
  }

  /** One line of bearable length, without control characters: servers have a say in messages. */
  private static String cut(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LINE ? line : line.substring(0, LINE) + "…";
  }
}
