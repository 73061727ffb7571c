package news.dateline.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.model.Article;
import news.dateline.model.Memo;
import news.dateline.model.Outgoing;
import news.dateline.model.Settlement;
import news.dateline.model.SourceState;
import news.dateline.publish.OutboxBatch;

/**
 * A process to be killed: {@code main FOLDER}. One thread commits documents and prints {@code C
 * number} after each; another sends batches by printing {@code B id digest…}, a digest a message,
 * then confirms them. It goes on where the process before it ended.
 */
final class Victim {
  /** Articles in each document; one rejected item comes with them. */
  static final int ARTICLES = 7;

  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private Victim() {}

  public static void main(String[] args) throws InterruptedException {
    try (Store store = Store.open(StoreSettings.of("", Path.of(args[0])), InstantSource.system())) {
      Thread publisher = new Thread(() -> publish(store));
      publisher.start();
      SourceState state = store.loadAll().getOrDefault("victim", Make.state("victim"));
      for (int number = state.failures() + 1; publisher.isAlive(); number++) {
        store.commit(document(number));
        say("C " + number);
      }
    }
  }

  /**
   * The failures of the state count the documents: it is one of the things that must not be lost.
   */
  private static Settlement document(int number) {
    List<Article> articles = new ArrayList<>();
    List<Outgoing> rows = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      Article article = Make.article("urn:" + number + ":" + i, 1);
      articles.add(article);
      rows.add(Make.row(article.uri(), "1", article.uri() + " ".repeat(3_000)));
    }
    rows.add(
        Make.other(
            Outgoing.REJECTED, "victim", ("bad:" + number).getBytes(StandardCharsets.UTF_8)));
    SourceState was = Make.state("victim");
    SourceState state =
        new SourceState(
            was.source(),
            was.health(),
            was.reason(),
            was.detail(),
            was.since(),
            was.cursor(),
            was.lastPoll(),
            was.lastItem(),
            was.nextPoll(),
            was.nextWhy(),
            number,
            0,
            0,
            0,
            0,
            List.of(),
            "",
            Memo.NONE);
    return new Settlement(state, articles, rows);
  }

  private static void publish(Store store) {
    try {
      for (OutboxBatch batch : store.unconfirmed()) {
        send(store, batch);
      }
      while (true) {
        Optional<OutboxBatch> batch = store.next(Instant.now(), 30);
        if (batch.isPresent()) {
          send(store, batch.get());
        } else {
          store.await(Duration.ofMillis(50));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(Store store, OutboxBatch batch) {
    say(line(batch));
    store.confirm(batch.id());
  }

  /** What is printed of a batch: any change of any message would show. */
  static String line(OutboxBatch batch) {
    StringBuilder line = new StringBuilder("B " + batch.id());
    for (Outgoing message : batch.messages()) {
      line.append(' ').append(message.body().utf8().strip());
      line.append('=').append(message.hashCode());
    }
    return line.toString();
  }

  private static synchronized void say(String line) {
    try {
      OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
