package news.dateline.attribution;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Nobody's text may keep the line busy: a megabyte of anything takes seconds at most. */
class HostileInputTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  private static String times(String what, int length) {
    return what.repeat(length / what.length() + 1);
  }

  @TestFactory
  Stream<DynamicTest> stays_linear() {
    Map<String, String> texts = new TreeMap<>();
    int mega = 1_000_000;
    texts.put("a megabyte of quote marks", times("\"", mega));
    texts.put("a megabyte of opening marks", times("“", mega));
    texts.put("a megabyte of mixed marks", times("“„«'‘\"’”»", mega));
    texts.put("a long paragraph of quotes", times("\"We go now,\" he said and ", mega));
    texts.put(
        "one sentence without end", times("and the minister of rain said to Reuters, ", mega));
    texts.put("agencies", times("AFP AP Reuters TASS said ", mega));
    texts.put("capitals", times("Aaa Bbb Ccc ", mega));
    texts.put("paragraph breaks", times("\n\nx", mega));
    texts.put("commas", times("a,", mega));
    texts.put("cues", times("said ", mega));
    texts.put("brackets", times("((((", mega));
    texts.put("dashes", times("— ", mega));
    texts.put("half surrogates", times("\ud83d", mega));
    return texts.entrySet().stream()
        .map(
            e ->
                dynamicTest(
                    e.getKey(),
                    () ->
                        assertTimeoutPreemptively(
                            Duration.ofSeconds(20),
                            () -> attributor.attribute(AttributionInput.of(e.getValue())))));
  }
}
