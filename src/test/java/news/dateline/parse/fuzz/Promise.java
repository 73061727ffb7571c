package news.dateline.parse.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.model.Batch;
import news.dateline.model.Bytes;
import news.dateline.model.Document;
import news.dateline.model.Item;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import news.dateline.model.Source;
import news.dateline.model.Visit;
import news.dateline.parse.DocumentParser;
import news.dateline.parse.Profiles;

/**
 * What every reader promises of any bytes: no exception, no fault nobody foresaw, an end within a
 * bounded time, and nothing kept that is much larger than what came in.
 */
public final class Promise {
  /** Bytes looked at; what is longer is cut. */
  public static final int MOST = 64 << 10;

  /** Processor time for that many: far more than it takes, on a slow machine too. */
  private static final long NANOS = 2_000_000_000L;

  /** How often more it may take under a fuzzer, whose instruments count every branch. */
  private static final long INSTRUMENTED = System.getenv("JAZZER_FUZZ") == null ? 1 : 5;

  /** Characters kept of a byte: an escape of two bytes may become an element's name and more. */
  private static final long GROWTH = 16;

  /** Characters of what is said of one rejection. */
  private static final int SAID = 2_000;

  /** Bytes unpacked of one packed: what deflate can do at most, which a small bomb may. */
  private static final long PACKED = 1_100;

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /** A fault that somebody caught and wrote down instead of saying what is wrong. */
  private static final Pattern FAULT =
      Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error)\\b(?s:.*)");

  private static final DocumentParser PARSER = new DocumentParser(() -> NOW, profiles());

  private Promise() {}

  private static Profiles profiles() {
    Problems problems = new Problems();
    return Profiles.of(
        Yaml.read(Path.of("config/agencies.yaml"), "agencies.yaml", problems), problems);
  }

  /**
   * @param format the reader that must read it
   */
  static void holds(String format, byte[] data) {
    tried(data, d -> parsed(d, Optional.of(format)));
  }

  /** A document of a source that says nothing of its format, or asks for one. */
  public static Document document(byte[] data, Optional<String> format) {
    Source.Builder source = Source.builder("fuzz", "The Fuzz");
    format.ifPresent(source::format);
    return new Document(
        source.build(),
        "https://fuzz.example/document",
        Bytes.wrap(data),
        Optional.empty(),
        Visit.delivery(NOW, data.length));
  }

  /**
   * Looks at the bytes, and now and then at some of them repeated to the full length: what a
   * document has many of must not cost more than their number.
   */
  public static void tried(byte[] data, Consumer<byte[]> look) {
    byte[] cut = Arrays.copyOf(data, Math.min(data.length, MOST));
    look.accept(cut);
    int hash = Arrays.hashCode(cut);
    if ((hash & 7) == 0 && cut.length > 1) {
      look.accept(Swelling.of(cut, MOST, new SplittableRandom(hash)));
    }
  }

  /** Runs it and sees how long it takes; a second time, if the first had to load much. */
  public static void inTime(Runnable work) {
    if (nanos(work) >= NANOS * INSTRUMENTED) {
      assertThat(nanos(work)).as("nanoseconds of processor time").isLessThan(NANOS * INSTRUMENTED);
    }
  }

  private static long nanos(Runnable work) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }

  /** Looks at all of it, as it is; without a format, at what it is found to be. */
  static void parsed(byte[] data, Optional<String> format) {
    Document document = document(data, format);
    inTime(() -> kept(PARSER.parse(document), data));
  }

  private static void kept(Batch<Item> batch, byte[] data) {
    batch.rejections().forEach(Promise::foreseen);
    boolean packed = packed(data);
    long room = 4_096 + data.length * (packed ? PACKED : GROWTH);
    assertThat((long) batch.received()).as("items").isLessThan(room);
    Kept kept = new Kept();
    batch.items().forEach(kept::add);
    assertThat(kept.characters).as("characters kept").isLessThan(room);
    long raw = 0;
    Set<Bytes> once = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Rejection rejection : batch.rejections()) {
      raw += once.add(rejection.raw()) ? rejection.raw().size() : 0;
      assertThat(rejection.message().length()).as("what is said of it").isLessThan(SAID);
    }
    assertThat(raw).as("bytes buried").isLessThan(room);
  }

  /** Archives anywhere in it, and gzip. */
  private static boolean packed(byte[] d) {
    for (int i = 0; i + 1 < d.length; i++) {
      if ((d[i] == 'P' && d[i + 1] == 'K') || (d[i] == 0x1f && d[i + 1] == (byte) 0x8b)) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody thought of what is wrong. */
  public static void foreseen(Rejection rejection) {
    assertThat(rejection.reason()).as(rejection.message()).isNotEqualTo(Reason.UNFORESEEN);
    assertThat(rejection.message()).doesNotMatch(FAULT);
  }

  /** What items hold, each string once. */
  private static final class Kept {
    private final Set<String> once = Collections.newSetFromMap(new IdentityHashMap<>());
    private long characters;

    void add(Item item) {
      add(item.headline().value());
      add(item.body().value());
      add(item.summary().value());
      item.identity().guid().ifPresent(this::add);
      item.identity().altIds().forEach(i -> add(i.value()));
      item.lines().edNote().ifPresent(this::add);
      item.lines().byline().ifPresent(this::add);
      item.lines().usageTerms().ifPresent(this::add);
      item.lines().slugline().ifPresent(this::add);
      item.people().forEach(p -> add(p.name()));
      item.subjects().forEach(s -> add(s.name()));
      item.media().forEach(m -> add(m.href()));
      item.wire().relations().forEach(r -> add(r.id()));
    }

    private void add(String text) {
      characters += once.add(text) ? text.length() : 0;
    }
  }
}
