package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import news.dateline.app.Instance;
import news.dateline.app.Settings;

/** Speaks to the API of a running instance. */
final class ApiClient {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String base;
  private final Settings settings;

  ApiClient(Instance instance, Settings settings) {
    this.base = instance.http() + "/api";
    this.settings = settings;
  }

  static ApiClient of(HomeOptions options) {
    return new ApiClient(options.instance(), options.settings());
  }

  JsonNode get(String path) {
    return send("GET", path, null);
  }

  /**
   * How to connect to the broker.
   *
   * @param desk as the reader of this desk; empty: as one who subscribes
   */
  JsonNode access(String desk) {
    return get(
        desk.isEmpty()
            ? "/access"
            : "/access?desk=" + URLEncoder.encode(desk, StandardCharsets.UTF_8));
  }

  JsonNode post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  JsonNode delete(String path) {
    return send("DELETE", path, null);
  }

  private JsonNode send(
      String method, String path, @org.jspecify.annotations.Nullable Map<String, ?> body) {
    try {
      HttpRequest.BodyPublisher publisher =
          body == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + path))
              .timeout(Duration.ofMinutes(2))
              .header("Content-Type", "application/json")
              .header("X-Dateline", "1")
              .method(method, publisher);
      settings.httpToken().ifPresent(t -> request.header("Authorization", "Bearer " + t));
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      JsonNode json =
          response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
      if (response.statusCode() >= 400) {
        throw new Failure(
            json.path("error")
                .path("message")
                .asText("the instance answered HTTP " + response.statusCode()));
      }
      return json;
    } catch (IOException e) {
      throw new Failure("the instance at " + base + " does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }
}
