package news.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import news.dateline.testing.FeedServer;
import news.dateline.testing.ShiftedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which source is asked first after a start. */
class StartOrderIT {
  @TempDir Path folder;

  @Test
  void the_source_that_has_waited_longest_is_asked_first() throws Exception {
    ShiftedClock clock = new ShiftedClock();
    List<String> asked = new CopyOnWriteArrayList<>();
    try (FeedServer feeds = new FeedServer()) {
      for (String id : List.of("a", "b", "c")) {
        feeds.put(
            "/" + id,
            () -> {
              asked.add(id);
              return Wharf.story(id, 1);
            });
      }
      Map<String, String> one = Map.of("dateline.poll.workers", "1");
      try (Wharf wharf = new Wharf(folder, one, clock)) {
        // each is asked an hour after the one before it: c waits longest
        for (String id : List.of("c", "b", "a")) {
          wharf.files.feed(id, feeds.url("/" + id), "12h");
          Wharf.soon(() -> assertThat(asked).contains(id));
          Wharf.soon(() -> assertThat(wharf.state(id).nextPoll()).isPresent());
          clock.shift(Duration.ofHours(1));
        }
      }
      asked.clear();
      clock.shift(Duration.ofDays(1));
      try (Wharf again = new Wharf(folder, one, clock)) {
        Wharf.soon(() -> assertThat(asked).hasSizeGreaterThanOrEqualTo(3));
        assertThat(asked.subList(0, 3)).containsExactly("c", "b", "a");
      }
    }
  }
}
