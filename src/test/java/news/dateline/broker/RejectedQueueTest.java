package news.dateline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Bytes;
import news.dateline.model.Reason;
import news.dateline.model.Rejection;
import news.dateline.publish.MessageRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedQueueTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path data;

  @Test
  void lists_newest_first_shows_all_bytes_and_removes_one() throws Exception {
    try (Rig rig = new Rig(data)) {
      Bytes large = Bytes.wrap(new byte[700_000]);
      rig.send(rejection("first", Bytes.utf8("<a/>")), rejection("second", large));
      rig.send(rejection("third", Bytes.EMPTY));
      RejectedQueue queue = new RejectedQueue(rig.broker.asAdmin());
      List<Buried> two = queue.latest(2, 1000);
      assertThat(two).extracting(Buried::document).containsExactly("third", "second");
      Buried second = two.get(1);
      assertThat(second.size()).isEqualTo(700_000);
      assertThat(second.raw().size()).isEqualTo(1000);
      assertThat(second.reason()).isEqualTo(Reason.TEXT_LOST);
      assertThat(second.at()).isEqualTo(NOON);
      assertThat(second.item()).contains("item 1");
      assertThat(queue.find(second.id()).orElseThrow().raw()).isEqualTo(large);
      assertThat(queue.remove(second.id())).isTrue();
      assertThat(queue.find(second.id())).isEmpty();
      assertThat(queue.latest(10, 10))
          .extracting(Buried::document)
          .containsExactly("third", "first");
    }
  }

  private static news.dateline.model.Outgoing rejection(String document, Bytes raw) {
    return new MessageRenderer()
        .rejection(
            new Rejection(
                "harbour-post",
                document,
                Optional.of("item 1"),
                "documents.parse",
                Reason.TEXT_LOST,
                "one line",
                raw,
                Optional.of("text/xml"),
                NOON));
  }
}
