package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another user of this machine, a real one, at the HTTP API of the real application. Needs root, to
 * become that user, and the tools setpriv and curl; says so where they are missing.
 */
class LocalUserIT {
  private static final String NOBODY = "65534";

  @TempDir Path folder;

  @BeforeEach
  void needed() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "no /proc here");
    assumeTrue(
        Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
        "not root: cannot become another user");
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/setpriv"))
            && Files.isExecutable(Path.of("/usr/bin/curl")),
        "setpriv or curl is missing");
  }

  @Test
  void another_user_may_look_but_change_nothing_and_see_no_password() throws Exception {
    try (Wharf wharf = new Wharf(folder, Map.of())) {
      wharf.source("quay", "file:" + folder.resolve("in"));
      for (String host : List.of("127.0.0.1", "localhost")) {
        String api = "http://" + host + ":" + wharf.http + "/api/";
        assertThat(status(NOBODY, api + "status")).isEqualTo("200");
        assertThat(status(NOBODY, api + "sources")).isEqualTo("200");
        assertThat(status(NOBODY, api + "access")).isEqualTo("403");
        assertThat(status(NOBODY, "-XPOST", "-HX-Dateline: 1", api + "sources/quay/pause"))
            .isEqualTo("403");
        assertThat(status(NOBODY, "-XDELETE", "-HX-Dateline: 1", api + "sources/quay"))
            .isEqualTo("403");
        assertThat(status(NOBODY, "-HX-Dateline: 1", "-d{\"url\":\"http://h/\"}", api + "preview"))
            .isEqualTo("403");
        assertThat(status("0", api + "access")).isEqualTo("200");
      }
      String api = "http://127.0.0.1:" + wharf.http + "/api/";
      assertThat(run(NOBODY, "curl", "-s", "-XPOST", "-HX-Dateline: 1", api + "sources/quay/pause"))
          .contains("other-user", "dateline.http.token");
      // whoever hangs up at once leaves a row behind that says user 0
      String shot =
          "for i in 1 2 3 4 5; do exec 3<>/dev/tcp/127.0.0.1/"
              + wharf.http
              + "; printf 'POST /api/sources/quay/pause HTTP/1.1\\r"
              + "\\n"
              + "Host: 127.0.0.1\\r"
              + "\\n"
              + "X-Dateline: 1\\r"
              + "\\n"
              + "Content-Length: 0\\r"
              + "\\n"
              + "\\r"
              + "\\n"
              + "' >&3; exec 3>&-; done";
      run(NOBODY, "bash", "-c", shot);
      Thread.sleep(1500);
      assertThat(wharf.state("quay").health().code()).isNotEqualTo("paused");
      assertThat(status("0", "-XPOST", "-HX-Dateline: 1", api + "sources/quay/pause"))
          .isEqualTo("200");
      assertThat(wharf.state("quay").health().code()).isEqualTo("paused");
    }
  }

  @Test
  void another_user_with_the_token_may() throws Exception {
    try (Wharf wharf = new Wharf(folder, Map.of("dateline.http.token", "open sesame"))) {
      wharf.source("quay", "file:" + folder.resolve("in"));
      String pause = "http://127.0.0.1:" + wharf.http + "/api/sources/quay/pause";
      assertThat(status(NOBODY, "-XPOST", "-HX-Dateline: 1", pause)).isEqualTo("401");
      assertThat(
              status(
                  NOBODY,
                  "-XPOST",
                  "-HX-Dateline: 1",
                  "-HAuthorization: Bearer open sesame",
                  pause))
          .isEqualTo("200");
    }
  }

  @Test
  void where_the_settings_say_any_another_user_may() throws Exception {
    try (Wharf wharf = new Wharf(folder, Map.of("dateline.http.local", "any"))) {
      wharf.source("quay", "file:" + folder.resolve("in"));
      String pause = "http://127.0.0.1:" + wharf.http + "/api/sources/quay/pause";
      assertThat(status(NOBODY, "-XPOST", "-HX-Dateline: 1", pause)).isEqualTo("200");
    }
  }

  private static String status(String user, String... curl) throws Exception {
    List<String> command = new ArrayList<>(List.of("curl", "-s", "-o/dev/null", "-w%{http_code}"));
    command.addAll(List.of(curl));
    return run(user, command.toArray(String[]::new));
  }

  private static String run(String user, String... command) throws Exception {
    List<String> all =
        new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--clear-groups", "--"));
    all.addAll(List.of(command));
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).directory(Path.of("/").toFile()).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said.strip();
  }
}
