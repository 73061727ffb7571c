package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  @TempDir Path folder;

  private final Problems problems = new Problems();

  @Test
  void the_environment_overrides_the_file_and_the_command_line_both() throws IOException {
    file("dateline.http.port = 1001\ndateline.broker.port = 1002\ndateline.poll.workers = 3\n");
    Settings settings =
        read(
            Map.of("DATELINE_HTTP_PORT", "2001", "DATELINE_BROKER_PORT", "2002"),
            Map.of("dateline.http.port", "3001"));
    assertThat(settings.httpPort()).isEqualTo(3001);
    assertThat(settings.brokerPort()).isEqualTo(2002);
    assertThat(settings.pollWorkers()).isEqualTo(3);
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void a_key_with_dashes_has_underscores_in_the_environment() throws IOException {
    file("");
    assertThat(read(Map.of("DATELINE_FETCH_MAX_BODY", "3MB"), Map.of()).maxBody())
        .isEqualTo(3L << 20);
  }

  @Test
  void hubs_need_an_address_they_can_call() {
    assertThat(
            read(Map.of(), Map.of("dateline.websub.url", "https://news.example/dl/"))
                .pushes()
                .base())
        .contains(java.net.URI.create("https://news.example/dl"));
    assertThat(problems.list()).isEmpty();
    for (String bad : new String[] {"news.example", "ftp://x", "https://u:p@x", "https://x?a=b"}) {
      read(Map.of(), Map.of("dateline.websub.url", bad));
    }
    assertThat(problems.list()).hasSize(4);
  }

  @Test
  void who_may_do_what_by_http_and_which_components_sources_may_name() {
    Settings plain = read(Map.of(), Map.of());
    assertThat(plain.callers()).isEqualTo(new Settings.Callers("user", java.util.Optional.empty()));
    assertThat(plain.transports()).isEmpty();
    assertThat(read(Map.of(), Map.of("dateline.transports.more", "aws2-s3 , minio")).transports())
        .containsExactly("aws2-s3", "minio");
    assertThat(problems.list()).isEmpty();
    read(Map.of(), Map.of("dateline.http.local", "all", "dateline.transports.more", "A b"));
    assertThat(problems.list())
        .extracting(news.dateline.config.Problem::key)
        .containsExactlyInAnyOrder("dateline.http.local", "dateline.transports.more");
  }

  @Test
  void without_a_file_everything_has_its_default() {
    Settings settings = read(Map.of(), Map.of());
    assertThat(settings.httpPort()).isEqualTo(8080);
    assertThat(settings.httpHost()).isEqualTo("127.0.0.1");
    assertThat(settings.brokerPort()).isEqualTo(61616);
    assertThat(settings.brokerUrl()).isEmpty();
    assertThat(settings.totalTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void the_shipped_file_says_the_defaults() throws IOException {
    Settings defaults = read(Map.of(), Map.of());
    file(Files.readString(Path.of("config/application.properties")));
    Settings shipped = read(Map.of(), Map.of());
    assertThat(shipped).usingRecursiveComparison().ignoringFields("camel").isEqualTo(defaults);
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void every_problem_is_listed_with_line_key_and_hint() throws IOException {
    file(
        "# ours\n"
            + "dateline.http.prot = 80\n"
            + "dateline.http.port = 70000\n"
            + "dateline.poll.shortest = 5\n"
            + "dateline.fetch.max-body = 20\n"
            + "dateline.store.durability = maybe\n"
            + "dateline.http.host = 0.0.0.0\n"
            + "dateline.poll.workers = many\n");
    read(Map.of(), Map.of("dateline.store.url", "jdbc:mysql://x"));
    assertThat(problems.list())
        .extracting(p -> p.line() + " " + p.key())
        .containsExactlyInAnyOrder(
            "2 dateline.http.prot",
            "3 dateline.http.port",
            "4 dateline.poll.shortest",
            "5 dateline.fetch.max-body",
            "6 dateline.store.durability",
            "7 dateline.http.host",
            "8 dateline.poll.workers",
            "0 dateline.store.url");
    assertThat(problems.list())
        .allSatisfy(
            p ->
                assertThat(p.file())
                    .isEqualTo(p.line() > 0 ? "config/application.properties" : "--set"))
        .allSatisfy(p -> assertThat(p.hint()).as(p.toString()).isNotBlank());
    assertThat(problems.list())
        .extracting(Problem::toString)
        .contains(
            "config/application.properties:2: dateline.http.prot: is not a setting"
                + " (did you mean dateline.http.port?)");
  }

  @Test
  void a_value_that_comes_from_elsewhere_is_not_blamed_on_a_line_of_the_file() throws IOException {
    file("dateline.poll.workers = 3\n");
    read(
        Map.of("DATELINE_BROKER_PORT", "none"),
        Map.of("dateline.poll.workers", "many", "dateline.poll.wrokers", "4"));
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "environment: dateline.broker.port: \"none\" is not a whole number"
                + " (write a number from 0 to 65535)",
            "--set: dateline.poll.workers: \"many\" is not a whole number"
                + " (write a number from 1 to 512)",
            "--set: dateline.poll.wrokers: is not a setting (did you mean dateline.poll.workers?)");
  }

  @Test
  void beyond_loopback_a_token_is_needed() throws IOException {
    file("dateline.http.host = 0.0.0.0\n");
    read(Map.of("DATELINE_HTTP_TOKEN", "s3cret"), Map.of());
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void camel_settings_go_through_unread() throws IOException {
    file("camel.main.name = night-desk\n");
    assertThat(read(Map.of(), Map.of()).camel()).containsEntry("camel.main.name", "night-desk");
    assertThat(problems.list()).isEmpty();
  }

  private Settings read(Map<String, String> environment, Map<String, String> sets) {
    Home home = Home.of(folder, folder.resolve("config").toString(), "");
    return SettingsReader.read(home, environment, sets, problems);
  }

  private void file(String text) throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/application.properties"), text);
  }
}
