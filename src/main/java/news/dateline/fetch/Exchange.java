package news.dateline.fetch;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import news.dateline.fetch.Deadlines.Deadline;
import news.dateline.model.Poll;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** One request and its answer, whose body is still to be read. Closing it frees the connection. */
final class Exchange implements AutoCloseable {
  private final HttpUriRequestBase request;
  private final ClassicHttpResponse response;

  private Exchange(HttpUriRequestBase request, ClassicHttpResponse response) {
    this.request = request;
    this.response = response;
  }

  /**
   * Sends a GET. A kept connection that the server has closed meanwhile is replaced once by a fresh
   * one.
   *
   * @param home whether the target is the origin the source names
   */
  static Exchange get(
      CloseableHttpClient client, Target target, Poll poll, boolean home, Deadline deadline)
      throws IOException {
    return open(
        client,
        target,
        () -> {
          HttpGet request = new HttpGet(target.uri());
          RequestHeaders.set(request, poll, home);
          return request;
        },
        deadline);
  }

  /** Sends a form. A kept connection is replaced as above, so the form may arrive twice. */
  static Exchange post(
      CloseableHttpClient client, Target target, Map<String, String> form, Deadline deadline)
      throws IOException {
    List<NameValuePair> fields = new ArrayList<>();
    form.forEach((name, value) -> fields.add(new BasicNameValuePair(name, value)));
    return open(
        client,
        target,
        () -> {
          HttpPost request = new HttpPost(target.uri());
          request.setHeader("Accept-Encoding", Decoders.accepted());
          request.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
          return request;
        },
        deadline);
  }

  private static Exchange open(
      CloseableHttpClient client,
      Target target,
      Supplier<HttpUriRequestBase> request,
      Deadline deadline)
      throws IOException {
    HttpClientContext context = HttpClientContext.create();
    try {
      return send(client, target, request.get(), deadline, context);
    } catch (NoHttpResponseException | SocketException e) {
      EndpointDetails connection = context.getEndpointDetails();
      if (connection == null || deadline.expired()) {
        throw e;
      }
      if (connection.getRequestCount() < 2) {
        throw connection.getReceivedBytesCount() == 0
            ? e
            : new ClientProtocolException("what came first is no HTTP answer", e);
      }
      return send(client, target, request.get(), deadline, HttpClientContext.create());
    }
  }

  private static Exchange send(
      CloseableHttpClient client,
      Target target,
      HttpUriRequestBase request,
      Deadline deadline,
      HttpClientContext context)
      throws IOException {
    deadline.watch(request);
    HttpHost host = new HttpHost(target.scheme(), target.host(), target.port());
    return new Exchange(request, client.executeOpen(host, request, context));
  }

  ClassicHttpResponse response() {
    return response;
  }

  /**
   * Reads the body up to the limit. What does not end there is cut off at the socket: closing alone
   * would read it to its end.
   */
  Body body(int limit) throws IOException {
    Body body = BodyReader.read(response, limit);
    if (!body.drained()) {
      request.cancel();
    }
    return body;
  }

  @Override
  public void close() {
    try {
      response.close();
    } catch (IOException e) {
      request.cancel(); // already broken
    }
  }
}
