package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import news.dateline.testing.TestHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A component that nobody here has, compiled here, dropped into lib/ beside the launcher. */
class OwnComponentIT {
  private static final String COMPONENT =
      """
      package quay;
      import java.util.Map;
      import org.apache.camel.*;
      import org.apache.camel.support.*;
      public class Ferry extends DefaultComponent {
        protected Endpoint createEndpoint(String uri, String rest, Map<String, Object> options) {
          return new DefaultEndpoint(uri, this) {
            public Producer createProducer() { return null; }
            public Consumer createConsumer(Processor next) {
              return new ScheduledPollConsumer(this, next) {
                int n;
                protected int poll() throws Exception {
                  if (n++ > 0) return 0;
                  Exchange e = createExchange(true);
                  e.getIn().setBody(("<rss version=\\"2.0\\"><channel><title>Q</title><item><guid>https://quay.example/own</guid>"
                      + "<title>Ferry own</title><description>It leaves at noon.</description></item></channel></rss>").getBytes());
                  next.process(e);
                  return 1;
                }
              };
            }
          };
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void is_found_by_the_launcher_and_check_names_the_jar_that_is_missing() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.copy(Path.of("dateline"), home.resolve("dateline"));
    home.resolve("dateline").toFile().setExecutable(true);
    Files.createSymbolicLink(home.resolve("routes"), Path.of("routes").toAbsolutePath());
    Files.createDirectories(home.resolve("target"));
    classPath(home.resolve("target/dateline.jar"));
    Files.writeString(home.resolve("target/.built"), "");
    Files.createDirectories(home.resolve("src/main"));
    Files.setLastModifiedTime(
        home.resolve("src/main"), java.nio.file.attribute.FileTime.fromMillis(0));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.setLastModifiedTime(
        home.resolve("pom.xml"), java.nio.file.attribute.FileTime.fromMillis(0));
    TestHome files = new TestHome(home);
    files.source("own", "id: own\nname: The Quay\nfrom: quay-ferry:noon\n");

    assertThat(run(home, 1, "check")).contains("camel-quay-ferry-").contains("lib/");

    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path source = Files.writeString(folder.resolve("Ferry.java"), COMPONENT);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertThat(compiled).isZero();
    Path service =
        Files.createDirectories(classes.resolve("META-INF/services/org/apache/camel/component"));
    Files.writeString(service.resolve("quay-ferry"), "class=quay.Ferry\n");
    jar(Files.createDirectories(home.resolve("lib")).resolve("quay.jar"), classes);

    assertThat(run(home, 0, "check")).doesNotContain("quay-ferry");
    Process process =
        process(home, "run", "--set", "dateline.http.port=0", "--set", "dateline.broker.port=0");
    try {
      Wharf.soon(() -> assertThat(home.resolve("data/instance.properties")).exists());
      URI address =
          URI.create(
              Instance.find(home.resolve("data")).orElseThrow().http() + "/api/articles?limit=1");
      Wharf.soon(
          () ->
              assertThat(
                      HttpClient.newHttpClient()
                          .send(
                              HttpRequest.newBuilder(address).build(),
                              HttpResponse.BodyHandlers.ofString())
                          .body())
                  .contains("Ferry own"));
    } finally {
      process.destroy();
      process.waitFor(20, TimeUnit.SECONDS);
      process.destroyForcibly();
    }
  }

  private static String run(Path home, int expected, String... words) throws Exception {
    Process process = process(home, words);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String out = Files.readString(home.resolve(words[0] + ".out"));
    assertThat(process.exitValue()).as(out).isEqualTo(expected);
    return out;
  }

  private static Process process(Path home, String... words) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(home.resolve("dateline").toString());
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(home.resolve(words[0] + ".out").toFile())
        .start();
  }

  /** A jar that only points at the class path of this test. */
  private static void classPath(Path jar) throws Exception {
    StringBuilder entries = new StringBuilder();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      entries.append(Path.of(entry).toUri()).append(' ');
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, entries.toString());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private static void jar(Path jar, Path folder) throws Exception {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(folder.relativize(file).toString()));
        out.write(Files.readAllBytes(file));
        out.closeEntry();
      }
    }
  }
}
