package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void the_program_says_the_version_of_the_pom() throws Exception {
    Matcher own =
        Pattern.compile("<artifactId>dateline</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(own.find()).isTrue();
    assertThat(Version.NUMBER).isEqualTo(own.group(1));
  }
}
