package news.dateline.parse.fuzz;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reader ends soon on documents swollen at random, without a fuzzer's instruments and so many
 * more of them: {@code -Dswollen=20000 -Dswollen.bytes=500000} looks long and at long ones.
 */
class SwollenTest {
  private static final int DOCUMENTS = Integer.getInteger("swollen", 40);
  private static final int BYTES = Integer.getInteger("swollen.bytes", Promise.MOST);
  private static final long SEED = Long.getLong("swollen.seed", 1);

  @ParameterizedTest(name = "{0}")
  @MethodSource("readers")
  void many_of_anything_cost_no_more_than_their_number(String format, Stream<byte[]> seeds) {
    List<byte[]> documents = seeds.toList();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < DOCUMENTS; i++) {
      Promise.parsed(Swelling.any(documents, BYTES, random), Optional.of(format));
    }
  }

  static Stream<Arguments> readers() {
    return Stream.of(
        arguments("nitf", XmlSeeds.nitf()),
        arguments("newsml-g2", XmlSeeds.newsMlG2()),
        arguments("newsml-1.2", XmlSeeds.newsMl1()),
        arguments("own-xml", XmlSeeds.ownXml()),
        arguments("rss", XmlSeeds.rss()),
        arguments("atom", XmlSeeds.atom()),
        arguments("ninjs", JsonSeeds.ninjs()),
        arguments("ap-media-json", JsonSeeds.mediaApi()),
        arguments("dpa-digitalwires", JsonSeeds.digitalwires()),
        arguments("json-feed", JsonSeeds.jsonFeed()),
        arguments("iptc7901", TextSeeds.iptc7901()),
        arguments("anpa1312", TextSeeds.anpa1312()),
        arguments("text", TextSeeds.plain()),
        arguments("email", TextSeeds.mails()));
  }
}
