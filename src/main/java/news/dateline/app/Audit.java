package news.dateline.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Dateline changed in source files by itself, and what people took back: {@code audit.jsonl}
 * in the data folder, one line an event, only ever added to. Thread-safe.
 */
final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MOVE = "move";
  private static final String UNDO = "undo-move";

  private final Path file;
  private final Map<String, Control.Move> moves = new ConcurrentHashMap<>();
  private final Map<String, Map<URI, Instant>> undone = new ConcurrentHashMap<>();

  /** Reads what is there; lines that cannot be read are passed over with a word in the log. */
  Audit(Path data) {
    file = data.resolve("audit.jsonl");
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          take(line, number);
        }
      }
    } catch (NoSuchFileException e) {
      // nothing has happened yet
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(String line, int number) {
    try {
      JsonNode n = JSON.readTree(line);
      String source = n.path("source").asText();
      Instant at = Instant.parse(n.path("at").asText());
      URI from = URI.create(n.path("from").asText());
      URI to = URI.create(n.path("to").asText());
      if (n.path("action").asText().equals(MOVE)) {
        Instant since = Instant.parse(n.path("since").asText());
        remember(source, new Control.Move(at, from, to, n.path("answers").asInt(), since));
      } else if (n.path("action").asText().equals(UNDO)) {
        forget(source, from, at);
      }
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      LOG.warn("{}:{}: cannot be read and is passed over", file, number);
    }
  }

  private void remember(String source, Control.Move move) {
    moves.put(source, move);
  }

  private void forget(String source, URI leftAgain, Instant at) {
    moves.remove(source);
    Map<URI, Instant> targets = new HashMap<>(undone.getOrDefault(source, Map.of()));
    targets.put(leftAgain, at);
    undone.put(source, Map.copyOf(targets));
  }

  /** Notes a move. */
  void moved(String source, Control.Move move, String where) {
    ObjectNode n = line(move.at(), MOVE, source, move.from(), move.to());
    append(
        n.put("answers", move.answers()).put("since", move.since().toString()).put("file", where));
    remember(source, move);
  }

  /** Notes that a person took a move back. */
  void undone(String source, Control.Move move, String where, Instant at) {
    append(line(at, UNDO, source, move.to(), move.from()).put("file", where));
    forget(source, move.to(), at);
  }

  /** The last move of a source that nobody took back. */
  Optional<Control.Move> move(String source) {
    return Optional.ofNullable(moves.get(source));
  }

  /** When somebody took back the source's move to that address. */
  Optional<Instant> undone(String source, URI to) {
    return Optional.ofNullable(undone.getOrDefault(source, Map.of()).get(to));
  }

  private static ObjectNode line(Instant at, String action, String source, URI from, URI to) {
    return JSON.createObjectNode()
        .put("at", at.toString())
        .put("action", action)
        .put("source", source)
        .put("from", from.toString())
        .put("to", to.toString());
  }

  private synchronized void append(ObjectNode line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel out =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        out.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
