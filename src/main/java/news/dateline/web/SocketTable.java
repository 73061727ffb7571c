package news.dateline.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Linux' tables of TCP connections, {@code /proc/net/tcp} and {@code tcp6}: which user a connection
 * within this machine was opened by. Thread-safe; keeps nothing.
 */
final class SocketTable {
  private static final String TIME_WAIT = "06";

  /** A table that changes while it is read may leave a row out. */
  private static final int TRIES = 3;

  private final Path proc;

  SocketTable(Path proc) {
    this.proc = proc;
  }

  /** Whether this system has such tables. */
  boolean isThere() {
    return Files.isReadable(proc.resolve("net/tcp")) && ownUser().isPresent();
  }

  /** The user this process acts as; empty when the system does not tell. */
  OptionalInt ownUser() {
    try {
      for (String line : Files.readAllLines(proc.resolve("self/status"))) {
        if (line.startsWith("Uid:")) {
          return OptionalInt.of((int) Long.parseLong(line.split("\\s+", -1)[2]));
        }
      }
    } catch (IOException | RuntimeException e) {
      return OptionalInt.empty();
    }
    return OptionalInt.empty();
  }

  /**
   * The user that opened the other end of a connection; empty when that end is not on this machine,
   * or was closed meanwhile: nobody is behind it any more, and Linux then says root.
   *
   * @param theirs the other end
   * @param ours our end
   */
  OptionalInt userOf(InetSocketAddress theirs, InetSocketAddress ours) {
    for (int i = 0; i < TRIES; i++) {
      for (String table : List.of("tcp", "tcp6")) {
        OptionalInt user = find(proc.resolve("net").resolve(table), theirs, ours);
        if (user.isPresent()) {
          return user;
        }
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt find(Path table, InetSocketAddress theirs, InetSocketAddress ours) {
    List<String> locals = written(theirs);
    List<String> remotes = written(ours);
    try (BufferedReader reader = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
      for (Optional<String> line = next(reader); line.isPresent(); line = next(reader)) {
        // number, local, remote, state, queues, timers, retransmissions, user, timeout, inode
        String[] row = line.get().strip().split("\\s+", 11);
        boolean open = row.length > 9 && !row[3].equals(TIME_WAIT) && !row[9].equals("0");
        if (open && locals.contains(row[1]) && remotes.contains(row[2])) {
          return OptionalInt.of((int) Long.parseLong(row[7]));
        }
      }
    } catch (IOException | NumberFormatException e) {
      return OptionalInt.empty();
    }
    return OptionalInt.empty();
  }

  private static Optional<String> next(BufferedReader reader) throws IOException {
    return Optional.ofNullable(reader.readLine());
  }

  /** An address as the tables write it: 32-bit words in the machine's order; IPv4 in two ways. */
  private static List<String> written(InetSocketAddress end) {
    InetAddress address = end.getAddress();
    if (address == null) {
      return List.of();
    }
    String port = String.format(Locale.ROOT, ":%04X", end.getPort());
    StringBuilder hex = new StringBuilder();
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress()).order(ByteOrder.nativeOrder());
    while (bytes.hasRemaining()) {
      hex.append(String.format(Locale.ROOT, "%08X", bytes.getInt()));
    }
    List<String> out = new ArrayList<>();
    out.add(hex + port);
    if (address.getAddress().length == 4) {
      int marker = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0xFFFF0000 : 0x0000FFFF;
      out.add("0".repeat(16) + String.format(Locale.ROOT, "%08X", marker) + hex + port);
    }
    return out;
  }
}
