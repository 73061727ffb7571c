package news.dateline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.dateline.attribution.Lexicon;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.parse.Profiles;

/**
 * What {@code config/agencies.yaml} and {@code config/lexicon} say, read once for both stages that
 * go by it.
 *
 * @param lexicon under which words agencies sign
 * @param profiles how they write the formats they share
 */
record Agencies(Lexicon lexicon, Profiles profiles) {
  /**
   * @param problems receives everything wrong with the files; agencies without a problem are kept
   */
  static Agencies load(Home home, Problems problems) {
    Path file = home.config().resolve("agencies.yaml");
    List<YamlNode> documents = Yaml.read(file, home.shown(file), problems);
    return new Agencies(
        Lexicon.of(documents, words(home, problems), problems), Profiles.of(documents, problems));
  }

  /** What the newsroom adds to the words of this build, a file a language. */
  private static List<YamlNode> words(Home home, Problems problems) {
    Path folder = home.config().resolve("lexicon");
    List<YamlNode> documents = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList()) {
          documents.addAll(Yaml.read(file, home.shown(file), problems));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return documents;
  }
}
