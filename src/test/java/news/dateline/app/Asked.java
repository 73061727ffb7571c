package news.dateline.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What an instance answered over HTTP, and how long it took.
 *
 * @param status HTTP status
 * @param body as text
 * @param took from the request to the whole answer
 */
record Asked(int status, String body, Duration took) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  static Asked get(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .build();
    long begin = System.nanoTime();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    return new Asked(
        response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - begin));
  }

  JsonNode json() throws IOException {
    return JSON.readTree(body);
  }

  /** The value of a metric of this name and, perhaps, tags; NaN when there is none. */
  double metric(String nameAndTags) {
    return body.lines()
        .filter(l -> l.startsWith(nameAndTags + " "))
        .mapToDouble(l -> Double.parseDouble(l.substring(nameAndTags.length() + 1).strip()))
        .findFirst()
        .orElse(Double.NaN);
  }
}
