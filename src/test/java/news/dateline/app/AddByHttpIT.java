package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.dateline.model.SourceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who reaches the HTTP API can do with {@code POST /api/sources}. */
class AddByHttpIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Wharf wharf;
  private Path elsewhere;

  @BeforeEach
  void start() throws Exception {
    wharf = new Wharf(folder, Map.of());
    elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.write(elsewhere.resolve("story.xml"), Wharf.story("elsewhere", 1));
  }

  @AfterEach
  void stop() {
    wharf.close();
  }

  @Test
  void no_source_runs_code_or_reaches_beyond_the_drop_folder_or_leaves_anything() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer bait = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    bait.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    bait.start();
    Path drop = wharf.files.data().resolve("drop");
    Files.createDirectories(drop.getParent().resolve("drop-beside"));
    Files.createDirectories(drop);
    Files.createSymbolicLink(drop.resolve("link"), elsewhere);
    Files.createSymbolicLink(drop.resolve("nowhere"), folder.resolve("not-there"));
    String made = elsewhere.resolve("made-by-a-constructor").toString();
    String beans = "http://127.0.0.1:" + bait.getAddress().getPort() + "/beans.xml";
    TreeSet<String> threads = routeThreads();
    List<String> before = files();
    List<String> froms =
        List.of(
            "file:" + drop + "/a?noop=true&filter=#class:java.io.FileOutputStream('" + made + "')",
            "file:" + drop + "/a?noop=true&FILTER=#class:java.io.FileOutputStream('" + made + "')",
            "file:" + drop + "/a?charset=%2523class:java.io.FileOutputStream('" + made + "')",
            "file:"
                + drop
                + "/a?filter=#class:org.springframework.context.support.ClassPathXmlApplicationContext('"
                + beans
                + "')",
            "file:" + drop + "/a?filter=%23class:java.io.File('x')",
            "file:" + drop + "/a?move=resource:" + beans,
            "file:" + drop + "/a?move=" + elsewhere,
            "file:" + drop + "/a?sortBy=${bean:type:java.lang.Runtime}",
            "file:" + elsewhere,
            "file:" + drop + "/../../elsewhere",
            "file:" + drop + "/%2e%2e/%2e%2e/elsewhere",
            "file:/" + elsewhere,
            "file://" + elsewhere,
            "file:elsewhere",
            "file:" + drop,
            "file:" + drop + "-beside",
            "file:" + drop + "/link",
            "file:" + drop + "/link/below",
            "file:" + drop + "/nowhere",
            "file:" + drop + "/${PATH}",
            "platform-http:/pwned",
            "timer:x?period=100",
            "exec:id",
            "direct:documents.parse",
            "ftp://127.0.0.1:" + bait.getAddress().getPort() + "/x?password=${PATH}",
            "jms:queue:q?broker=tcp://127.0.0.1:" + bait.getAddress().getPort(),
            "push:?token=${PATH}",
            "push:?token=plain");
    int n = 0;
    for (String from : froms) {
      HttpResponse<String> answer = add(Map.of("id", "bad" + n++, "name", "N", "from", from));
      assertThat(answer.statusCode()).as(from + ": " + answer.body()).isEqualTo(422);
      assertThat(answer.body()).as(from).contains("\"not-acceptable\"", "from: ");
    }
    for (String feed : List.of("file:/etc/passwd", "jar:file:/x!/y", "classpath:x", "ftp://h/x")) {
      assertThat(add(Map.of("id", "bad", "name", "N", "feed", feed)).statusCode())
          .as(feed)
          .isEqualTo(400);
      assertThat(preview(feed)).as(feed).contains("\"reason\"");
    }
    assertThat(
            add(Map.of("id", "bad", "name", "N", "feed", "http://h/x", "headers", Map.of()))
                .statusCode())
        .isEqualTo(400);
    Thread.sleep(2500); // a transport that did start would have looked by now
    bait.stop(0);
    assertThat(asked.get()).isZero();
    assertThat(files()).isEqualTo(before);
    assertThat(routeThreads()).isEqualTo(threads);
    assertThat(wharf.control().sources()).isEmpty();
    assertThat(wharf.control().status().attention()).isEmpty();
    assertThat(wharf.control().status().published()).isZero();
  }

  @Test
  void every_field_goes_into_the_file_as_text_or_is_refused_and_leaves_nothing() throws Exception {
    int n = 0;
    for (String odd :
        List.of(
            "#a", "!a", "&a", "*a", "- a", "a: b", "'", "\"", "{a}", "~a", "@a", "%a", "{{a}}")) {
      String id = "odd" + n++;
      Map<String, Object> form = form(id, odd);
      form.put("strip", List.of(odd, "${HOME}"));
      form.put("desk-tags", List.of(odd));
      HttpResponse<String> answer = add(form);
      assertThat(answer.statusCode()).as(odd + answer.body()).isEqualTo(201);
      assertThat(wharf.control().sources())
          .filteredOn(s -> s.source().id().equals(id))
          .allSatisfy(
              s -> {
                assertThat(s.source().name()).isEqualTo(odd);
                assertThat(s.source().strip()).containsExactly(odd, "${HOME}");
                assertThat(s.source().deskTags()).containsExactly(odd);
              })
          .hasSize(1);
    }
    List<String> before = files();
    for (String bad : List.of("${HOME}", "a ${X", "a\nb", "~", "a\u0000b", "\ud800")) {
      HttpResponse<String> answer = add(form("bad", bad));
      assertThat(answer.statusCode()).as(bad + answer.body()).isEqualTo(422);
      assertThat(files()).as(bad).isEqualTo(before);
    }
    Map<String, Object> agency = form("bad", "N");
    agency.put("agency", "${HOME}");
    assertThat(add(agency).statusCode()).isEqualTo(422);
    Map<String, Object> format = form("bad", "N");
    format.put("format", "nothing-of-the-kind");
    assertThat(add(format).statusCode()).isEqualTo(422);
    assertThat(files()).isEqualTo(before);
    assertThat(wharf.control().status().attention()).isEmpty();
  }

  @Test
  void a_folder_below_the_drop_folder_is_watched_and_one_that_cannot_be_is_refused()
      throws Exception {
    Path drop = wharf.files.data().resolve("drop");
    Path quay = Files.createDirectories(drop.resolve("quay"));
    assertThat(
            add(Map.of("id", "quay", "name", "The Quay", "from", "file:" + quay + "?delay=200"))
                .statusCode())
        .isEqualTo(201);
    Files.write(quay.resolve("one.xml"), Wharf.story("one", 1));
    Wharf.soon(() -> assertThat(wharf.headlines("quay")).containsExactly("Ferry one"));
    List<String> before = files();
    HttpResponse<String> missing =
        add(
            Map.of(
                "id", "gone",
                "name", "N",
                "from", "file:" + drop + "/gone?autoCreate=false&startingDirectoryMustExist=true"));
    assertThat(missing.statusCode()).as(missing.body()).isEqualTo(422);
    assertThat(missing.body()).contains("cannot be started");
    assertThat(files()).isEqualTo(before);
    assertThat(wharf.control().sources()).hasSize(1);
    // what an operator keeps under that name is not touched
    Path broken =
        Files.writeString(wharf.files.config().resolve("sources/gone.yaml"), "id: gone\n");
    assertThat(add(form("gone", "N")).statusCode()).isEqualTo(422);
    assertThat(Files.readString(broken)).isEqualTo("id: gone\n");
  }

  @Test
  void a_broker_that_takes_the_connection_and_says_nothing_holds_nobody_up() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      for (String from :
          List.of(
              "jms:queue:q?broker=tcp://127.0.0.1:" + silent.getLocalPort(),
              "amqp:queue:q?broker=amqp://127.0.0.1:" + silent.getLocalPort())) {
        String kind = from.substring(0, 3);
        wharf.source("silent" + kind, from);
        assertThat(
                seconds(
                    () -> assertThat(add(form("other" + kind, "N")).statusCode()).isEqualTo(201)))
            .as("meanwhile somebody adds a source")
            .isLessThan(4);
        assertThat(seconds(() -> wharf.control().pause("silent" + kind))).isLessThan(15);
        assertThat(seconds(() -> wharf.control().resume("silent" + kind))).isLessThan(4);
        Wharf.soon(
            () ->
                assertThat(wharf.state("silent" + kind).health())
                    .isEqualTo(SourceState.Health.FAILING));
      }
      Files.delete(wharf.files.config().resolve("sources/silentjms.yaml"));
      Wharf.soon(() -> assertThat(wharf.control().sources()).hasSize(3));
    }
  }

  private static double seconds(Step step) throws Exception {
    long begin = System.nanoTime();
    step.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  private interface Step {
    void run() throws Exception;
  }

  private static Map<String, Object> form(String id, String name) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("id", id);
    form.put("name", name);
    form.put("feed", "http://127.0.0.1:9/" + id);
    form.put("paused", true);
    return form;
  }

  private HttpResponse<String> add(Map<String, ?> form) throws Exception {
    return post("/api/sources", form);
  }

  private String preview(String url) throws Exception {
    return post("/api/preview", Map.of("url", url)).body();
  }

  private HttpResponse<String> post(String path, Map<String, ?> body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wharf.http + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** All files outside of database, journal and logs. */
  private List<String> files() throws IOException {
    try (Stream<Path> all =
        Stream.of(wharf.files.config(), wharf.files.data().resolve("drop"), elsewhere)
            .filter(Files::exists)
            .flatMap(AddByHttpIT::walk)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  private static Stream<Path> walk(Path top) {
    try {
      return Files.walk(top);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static TreeSet<String> routeThreads() {
    TreeSet<String> names = new TreeSet<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().matches(".*(file://|ftp://|jms|timer://|trial).*")) {
        names.add(thread.getName());
      }
    }
    return names;
  }
}
