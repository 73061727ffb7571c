package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import news.dateline.config.Problems;
import news.dateline.model.Article;
import news.dateline.model.Batch;
import news.dateline.parse.fuzz.Promise;
import news.dateline.parse.fuzz.Swelling;
import news.dateline.parse.fuzz.TextSeeds;
import news.dateline.publish.ArticleJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes, all the way from finding out what they are to what is published. */
class WholeWayFuzzTest {
  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Stages STAGES =
      Stages.make(
          Home.of(Path.of("."), "", ""),
          Clock.fixed(ReadingPath.NOW, ZoneOffset.UTC),
          new Problems());

  private static final ArticleJson JSON = new ArticleJson(true);

  @MethodSource("news.dateline.parse.fuzz.TextSeeds#everything")
  @DictionaryFile(resourcePath = "/news/dateline/parse/fuzz/wire.dict")
  @DictionaryFile(resourcePath = "/news/dateline/parse/fuzz/xml.dict")
  @FuzzTest
  void whatever_comes_is_published_as_sound_json_or_refused(byte[] data) {
    Promise.tried(data, d -> Promise.inTime(() -> published(d)));
  }

  /** As {@code SwollenTest} does for the readers: {@code -Dswollen=N} looks at more. */
  @Test
  void of_documents_swollen_at_random_too() {
    List<byte[]> documents = TextSeeds.everything().toList();
    SplittableRandom random = new SplittableRandom(Long.getLong("swollen.seed", 1));
    for (int i = Integer.getInteger("swollen", 200); i > 0; i--) {
      byte[] data =
          Swelling.any(documents, Integer.getInteger("swollen.bytes", Promise.MOST), random);
      Promise.inTime(() -> published(data));
    }
  }

  private static void published(byte[] data) {
    Batch<Article> articles = STAGES.read(Promise.document(data, Optional.empty()));
    articles.rejections().forEach(Promise::foreseen);
    for (Article article : articles.items()) {
      try {
        byte[] json = JSON.write(article).array();
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        assertThat(STRICT.readTree(json).isObject()).isTrue();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
