package news.dateline.app;

import java.nio.file.Path;
import java.util.List;
import news.dateline.attribution.Lexicon;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;
import news.dateline.parse.Profiles;

/**
 * What {@code config/agencies.yaml} says, read once for both stages that go by it.
 *
 * @param lexicon under which words agencies sign
 * @param profiles how they write the formats they share
 */
record Agencies(Lexicon lexicon, Profiles profiles) {
  /**
   * @param problems receives everything wrong with the file; agencies without a problem are kept
   */
  static Agencies load(Home home, Problems problems) {
    Path file = home.config().resolve("agencies.yaml");
    List<YamlNode> documents = Yaml.read(file, home.shown(file), problems);
    return new Agencies(Lexicon.of(documents, problems), Profiles.of(documents, problems));
  }
}
