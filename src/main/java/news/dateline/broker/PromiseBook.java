package news.dateline.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each subscription was promised and has not been given yet, by the articles' numbers: a bit
 * set before the broker's commit, cleared before the article is given to a subscriber. It lies
 * beside the broker's own folder, so that it tells what a damaged journal, or one that is gone,
 * should hold. Thread-safe.
 */
final class PromiseBook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PromiseBook.class);

  /** One subscription: its pages by block. */
  private static final class Owner {
    final int id;
    String configuration;
    final Map<Long, Integer> pages = new TreeMap<>();
    long count;

    Owner(int id, String configuration) {
      this.id = id;
      this.configuration = configuration;
    }
  }

  private final Path names;
  private final PromiseFile file;
  private final Map<String, Owner> owners = new HashMap<>();
  private int lastId;
  private boolean complained;
  private volatile boolean settled;

  private PromiseBook(Path names, PromiseFile file) {
    this.names = names;
    this.file = file;
  }

  /**
   * @param folder made when absent
   * @throws IOException when it cannot be opened
   */
  static PromiseBook open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path names = folder.resolve("subscriptions");
    PromiseBook book = new PromiseBook(names, new PromiseFile(folder.resolve("waiting")));
    book.load();
    return book;
  }

  private void load() throws IOException {
    Map<Integer, Owner> byId = new HashMap<>();
    if (Files.exists(names)) {
      Properties saved = new Properties();
      try (var in = Files.newBufferedReader(names)) {
        saved.load(in);
      }
      for (String name : saved.stringPropertyNames()) {
        String[] parts = saved.getProperty(name).split(" ", 2);
        Owner owner = new Owner(Integer.parseInt(parts[0]), parts[1]);
        owners.put(name, owner);
        byId.put(owner.id, owner);
        lastId = Math.max(lastId, owner.id);
      }
    }
    List<Integer> stray = new ArrayList<>();
    file.scan(
        (page, id) -> {
          Owner owner = byId.get(id);
          if (owner == null) {
            stray.add(page);
          } else {
            owner.pages.put(file.block(page), page);
            owner.count += count(page);
          }
        });
    stray.forEach(file::give);
  }

  /** False after a power cut until it was compared: see {@link PromiseFile#trusted()}. */
  boolean trusted() {
    return settled || file.trusted();
  }

  /** What was uncertain has been said: what it holds from now on is certain. */
  void settle() {
    settled = true;
  }

  /** Notes that a subscription exists and how it is made. */
  synchronized void open(String subscription, String configuration) {
    Owner owner = owners.get(subscription);
    if (owner != null && owner.configuration.equals(configuration)) {
      return;
    }
    if (owner == null) {
      owners.put(subscription, new Owner(++lastId, configuration));
    } else {
      owner.configuration = configuration;
    }
    save();
  }

  /** The subscription is gone on purpose, and what it was promised with it. */
  synchronized void forget(String subscription) {
    Owner owner = owners.remove(subscription);
    if (owner != null) {
      owner.pages.values().forEach(file::give);
      save();
    }
  }

  /** All subscriptions and how they are made. */
  synchronized Map<String, String> subscriptions() {
    Map<String, String> all = new TreeMap<>();
    owners.forEach((name, owner) -> all.put(name, owner.configuration));
    return all;
  }

  /** How many articles are promised and not given yet. */
  synchronized long count(String subscription) {
    Owner owner = owners.get(subscription);
    return owner == null ? 0 : owner.count;
  }

  /** An article is about to be put into the subscription. */
  synchronized void promise(String subscription, long sequence) {
    Owner owner = owners.get(subscription);
    if (owner != null) {
      change(owner, sequence, true);
    }
  }

  /** It is about to be given to a subscriber, or was dropped by whoever says so. */
  synchronized void keep(String subscription, long sequence) {
    Owner owner = owners.get(subscription);
    if (owner != null) {
      change(owner, sequence, false);
    }
  }

  synchronized boolean isPromised(String subscription, long sequence) {
    Owner owner = owners.get(subscription);
    Integer page =
        owner == null ? null : owner.pages.get(Math.floorDiv(sequence, (long) PromiseFile.BLOCK));
    int bit = (int) Math.floorMod(sequence, (long) PromiseFile.BLOCK);
    return page != null && (file.word(page, bit >> 6) & 1L << bit) != 0;
  }

  /** All that is promised and not given yet. */
  synchronized SequenceSet promised(String subscription) {
    SequenceSet all = new SequenceSet();
    Owner owner = owners.get(subscription);
    if (owner != null) {
      owner.pages.forEach(
          (block, page) -> {
            for (int bit = 0; bit < PromiseFile.BLOCK; bit++) {
              if ((file.word(page, bit >> 6) & 1L << bit) != 0) {
                all.add(block * PromiseFile.BLOCK + bit);
              }
            }
          });
    }
    return all;
  }

  private void change(Owner owner, long sequence, boolean promised) {
    long block = Math.floorDiv(sequence, (long) PromiseFile.BLOCK);
    int bit = (int) Math.floorMod(sequence, (long) PromiseFile.BLOCK);
    @Nullable Integer page = owner.pages.get(block);
    if (page == null) {
      if (!promised) {
        return;
      }
      Optional<Integer> taken = take(owner, block);
      if (taken.isEmpty()) {
        return;
      }
      page = taken.get();
      owner.pages.put(block, page);
    }
    long before = file.word(page, bit >> 6);
    long after = promised ? before | 1L << bit : before & ~(1L << bit);
    if (before == after) {
      return;
    }
    file.word(page, bit >> 6, after);
    owner.count += promised ? 1 : -1;
    if (after == 0 && count(page) == 0) {
      owner.pages.remove(block);
      file.give(page);
    }
  }

  private Optional<Integer> take(Owner owner, long block) {
    try {
      return Optional.of(file.take(owner.id, block));
    } catch (IOException e) {
      if (!complained) {
        complained = true;
        LOG.warn("What the broker takes cannot be noted for comparing later: {}", e.toString());
      }
      return Optional.empty();
    }
  }

  private int count(int page) {
    int bits = 0;
    for (int word = 0; word < PromiseFile.BLOCK / 64; word++) {
      bits += Long.bitCount(file.word(page, word));
    }
    return bits;
  }

  private void save() {
    Properties all = new Properties();
    owners.forEach((name, owner) -> all.setProperty(name, owner.id + " " + owner.configuration));
    Path fresh = names.resolveSibling("subscriptions.new");
    try {
      try (var out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        all.store(out, "Subscriptions and how they are made");
      }
      Files.move(fresh, names, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("The list of subscriptions cannot be written: {}", e.toString());
    }
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
