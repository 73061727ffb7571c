package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushes as senders send them, and the real application. */
class PushIT {
  private static final byte[] KEY = "a key".getBytes(StandardCharsets.UTF_8);
  private static final byte[] STANDARD =
      "standard webhooks key 24".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Wharf wharf;

  @AfterEach
  void stop() {
    wharf.close();
  }

  @Test
  void the_documented_command_delivers_every_wire_format_as_it_was_sent() throws Exception {
    assumeTrue(hasCurl(), "curl is not installed");
    wharf = new Wharf(folder, Map.of());
    source("quay", "push:?token=" + wharf.secret("token", "sesame"));
    source("signed", "push:?hmac=" + wharf.secret("key", "a key"));
    List<Path> files;
    try (Stream<Path> samples = Files.list(Path.of("examples/wire"))) {
      files = samples.filter(Files::isRegularFile).filter(f -> !isNote(f)).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(5);
    for (Path file : files) {
      String data = "@" + file;
      String token = "Authorization: Bearer sesame";
      String signature = "X-Hub-Signature-256: sha256=" + hex(mac(KEY, Files.readAllBytes(file)));
      for (String answer :
          List.of(
              curl("quay", "-H", token, "--data-binary", data),
              curl("signed", "-H", signature, "--data-binary", data))) {
        assertThat(answer).as("%s", file).startsWith("202").contains("\"received\":1");
      }
    }
    assertThat(wharf.control().rejected(10)).isEmpty();
    assertThat(wharf.state("quay").published()).isGreaterThan(5);
  }

  @Test
  void a_body_of_nothing_is_an_error_and_not_a_document() throws Exception {
    wharf = new Wharf(folder, Map.of());
    source("quay", "push:?token=" + wharf.secret("token", "sesame"));
    HttpResponse<String> empty = post("quay", new byte[0], "X-Dateline-Token", "sesame");
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("empty-body");
    assertThat(wharf.control().rejected(10)).isEmpty();
  }

  @Test
  void a_delivery_recorded_and_sent_again_does_not_undo_a_newer_one() throws Exception {
    wharf = new Wharf(folder, Map.of());
    source("quay", "push:?hmac=" + wharf.secret("key", "a key"));
    byte[] first = Wharf.story("one", 1);
    assertThat(signed("quay", first).body()).contains("\"published\":1");
    assertThat(signed("quay", Wharf.story("one", 2)).body()).contains("\"published\":1");
    HttpResponse<String> replayed = signed("quay", first);
    assertThat(replayed.statusCode()).isEqualTo(202);
    assertThat(replayed.body()).contains("\"published\":0", "\"known\":true");
    wharf.close();
    wharf.start();
    Wharf.soon(() -> assertThat(signed("quay", first).body()).contains("\"known\":true"));
    assertThat(wharf.control().latest(1, java.util.Optional.of("quay")).get(0).json())
        .contains("edition 2");
    // a newsroom that takes a change back sends other bytes
    byte[] back =
        (new String(first, StandardCharsets.UTF_8) + "<!-- 12:04 -->")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(signed("quay", back).body()).contains("\"published\":1");
  }

  @Test
  void a_signed_time_tells_a_second_delivery_from_a_recorded_one() throws Exception {
    wharf = new Wharf(folder, Map.of());
    source("quay", "push:?hmac=" + wharf.secret("key", "a key") + "&max-age=2m");
    byte[] first = Wharf.story("one", 1);
    long now = Instant.now().getEpochSecond() + 1;
    assertThat(timed("quay", first, now).body()).contains("\"published\":1");
    assertThat(timed("quay", Wharf.story("one", 2), now).body()).contains("\"published\":1");
    assertThat(timed("quay", first, now).body()).contains("\"known\":true");
    assertThat(timed("quay", first, now + 1).body()).contains("\"published\":1");
    HttpResponse<String> stale = timed("quay", Wharf.story("two", 1), now - 600);
    assertThat(stale.statusCode()).isEqualTo(401);
    assertThat(stale.body()).contains("it was signed at", "10 min");
    assertThat(timed("quay", Wharf.story("two", 1), now + 600).statusCode()).isEqualTo(401);
    HttpResponse<String> timeless = signed("quay", Wharf.story("two", 1));
    assertThat(timeless.statusCode()).isEqualTo(401);
    assertThat(timeless.body()).contains("X-Dateline-Timestamp");
    // the time is part of what is signed
    HttpResponse<String> moved =
        post(
            "quay",
            first,
            "X-Dateline-Timestamp",
            String.valueOf(now + 2),
            "X-Dateline-Signature",
            hex(mac(KEY, (now + ".").getBytes(StandardCharsets.UTF_8), first)));
    assertThat(moved.statusCode()).isEqualTo(401);
    assertThat(moved.body()).contains("no such source");
  }

  @Test
  void standard_webhooks_are_understood() throws Exception {
    wharf = new Wharf(folder, Map.of());
    String key = "whsec_" + Base64.getEncoder().encodeToString(STANDARD);
    source("quay", "push:?hmac=" + wharf.secret("key", key));
    byte[] story = Wharf.story("one", 1);
    long now = Instant.now().getEpochSecond();
    byte[] before = ("msg_1." + now + ".").getBytes(StandardCharsets.UTF_8);
    String right = "v1," + Base64.getEncoder().encodeToString(mac(STANDARD, before, story));
    for (String signature : List.of("v1,AAAA " + right, right)) {
      HttpResponse<String> r =
          post(
              "quay",
              story,
              "webhook-id",
              "msg_1",
              "webhook-timestamp",
              String.valueOf(now),
              "webhook-signature",
              signature);
      assertThat(r.statusCode()).isEqualTo(202);
    }
    HttpResponse<String> other =
        post(
            "quay",
            story,
            "webhook-id",
            "msg_2",
            "webhook-timestamp",
            String.valueOf(now),
            "webhook-signature",
            right);
    assertThat(other.statusCode()).isEqualTo(401);
  }

  @Test
  void guessing_is_slowed_and_the_right_sender_of_another_source_is_not() throws Exception {
    wharf = new Wharf(folder, Map.of());
    source("quay", "push:?token=" + wharf.secret("token", "sesame"));
    source("pier", "push:?token=" + wharf.secret("other", "open"));
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      answers.add(post("quay", Wharf.story("x", 1), "X-Dateline-Token", "guess" + i).statusCode());
    }
    assertThat(answers.subList(0, 5)).containsOnly(401);
    assertThat(answers).contains(429);
    HttpResponse<String> slowed = post("quay", Wharf.story("x", 1), "X-Dateline-Token", "sesame");
    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.headers().firstValue("retry-after")).isPresent();
    assertThat(post("pier", Wharf.story("y", 1), "X-Dateline-Token", "open").statusCode())
        .isEqualTo(202);
  }

  @Test
  void with_a_token_set_nothing_is_told_without_it() throws Exception {
    wharf = new Wharf(folder, Map.of("dateline.http.token", "t0ken"));
    for (String path :
        new String[] {
          "/observe/health",
          "/observe/health/live",
          "/observe/metrics",
          "/observe/info",
          "/api/status"
        }) {
      assertThat(get(path, "").statusCode()).as(path).isEqualTo(401);
      assertThat(get(path, "t0ken").statusCode()).as(path).isNotEqualTo(401);
    }
    assertThat(get("/observe/metrics", "t0ken").body()).contains("dateline_");
  }

  /** Declares a source and waits until it takes deliveries. */
  private void source(String id, String from) throws Exception {
    wharf.source(id, from);
    Wharf.soon(
        () ->
            assertThat(wharf.control().status().routes())
                .anyMatch(
                    r -> r.id().equals("documents.receive-" + id) && r.state().equals("Started")));
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wharf.http + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> signed(String source, byte[] body) throws Exception {
    return post(source, body, "X-Hub-Signature-256", "sha256=" + hex(mac(KEY, body)));
  }

  private HttpResponse<String> timed(String source, byte[] body, long time) throws Exception {
    byte[] before = (time + ".").getBytes(StandardCharsets.UTF_8);
    return post(
        source,
        body,
        "X-Dateline-Timestamp",
        String.valueOf(time),
        "X-Dateline-Signature",
        hex(mac(KEY, before, body)));
  }

  private HttpResponse<String> post(String source, byte[] body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wharf.http + "/push/" + source));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HttpClient.newHttpClient()
        .send(
            request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Status and body of what curl, called as the documentation says, was answered. */
  private String curl(String source, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("curl", "-s", "-w", "\n%{http_code}"));
    command.addAll(List.of(options));
    command.add("http://127.0.0.1:" + wharf.http + "/push/" + source);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    int status = out.lastIndexOf('\n');
    return out.substring(status + 1) + " " + out.substring(0, Math.max(0, status));
  }

  private static boolean hasCurl() {
    try {
      return new ProcessBuilder("curl", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isNote(Path file) {
    return file.toString().endsWith(".md");
  }

  private static byte[] mac(byte[] key, byte[]... parts) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
