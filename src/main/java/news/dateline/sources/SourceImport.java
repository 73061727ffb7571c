package news.dateline.sources;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.model.Source;
import news.dateline.model.Subscription;

/**
 * Makes sources of a list of subscriptions: addresses mended, ids made of titles, folders taken as
 * desk tags, what is there already left out, and every entry that cannot become a source refused
 * with its reason. Not thread-safe; asks nobody.
 */
public final class SourceImport {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,100}");
  private static final int LONGEST_NAME = 120;

  private final boolean internal;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, String> added = new HashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final List<Subscription> pages = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private int alreadyThere;

  /**
   * @param existing sources that are there
   * @param internal the new ones may have private addresses
   */
  public SourceImport(Collection<Source> existing, boolean internal) {
    this.internal = internal;
    for (Source s : existing) {
      ids.add(s.id());
      s.feed().ifPresent(f -> known.add(FeedAddress.key(f)));
    }
  }

  /**
   * An entry that does not become a source.
   *
   * @param entry its title, else its address
   * @param reason one line
   */
  public record Refused(String entry, String reason) {}

  /** Takes up one entry. */
  public void add(Subscription entry) {
    if (entry.type().equals("include")) {
      refuse(entry, "names another list: import that one by itself");
    } else if (entry.address().isPresent()) {
      FeedAddress address = FeedAddress.of(entry.address().get());
      if (address.uri().isPresent()) {
        add(entry, address.uri().get());
      } else {
        refuse(entry, address.refusal());
      }
    } else if (entry.page().flatMap(p -> FeedAddress.of(p).uri()).isPresent()) {
      pages.add(entry);
    } else {
      refuse(entry, "has no address");
    }
  }

  /** Takes up an entry under the feed's address. */
  public void add(Subscription entry, URI feed) {
    String key = FeedAddress.key(feed);
    if (known.contains(key)) {
      alreadyThere++;
      return;
    }
    String twin = added.get(key);
    if (twin != null) {
      // one feed in two folders: it goes to both desks
      alreadyThere++;
      sources.computeIfPresent(twin, (id, s) -> s.toBuilder().deskTags(tags(s, entry)).build());
      return;
    }
    String name = name(entry, feed);
    String id = id(entry, name, feed);
    Source.Builder source = Source.builder(id, name).feed(feed).internal(internal);
    entry.language().flatMap(Languages::tag).ifPresent(source::language);
    Source built = source.build();
    ids.add(id);
    added.put(key, id);
    sources.put(id, built.toBuilder().deskTags(tags(built, entry)).build());
  }

  /** Notes why an entry, or a source made of one, is left out. */
  public void refuse(Subscription entry, String reason) {
    String shown =
        entry.title().isEmpty()
            ? entry.address().or(entry::page).orElse("(an entry without title and address)")
            : entry.title();
    refused.add(new Refused(shown, reason));
  }

  /** Takes a source back that turned out not to be one. */
  public void refuse(Source source, String reason) {
    sources.remove(source.id());
    refused.add(new Refused(source.name(), reason));
  }

  /** Refuses the entries that name a page but no feed; the page is added to the reason. */
  public void refusePages(String reason) {
    takePages().forEach(p -> refuse(p, reason + p.page().orElse("")));
  }

  /** Entries that name a page but no feed, handed over: somebody has to look into them. */
  public List<Subscription> takePages() {
    List<Subscription> taken = List.copyOf(pages);
    pages.clear();
    return taken;
  }

  /** The new sources, in order of the list. */
  public List<Source> sources() {
    return List.copyOf(sources.values());
  }

  /** How many entries name a feed that was there, or came earlier in the list. */
  public int alreadyThere() {
    return alreadyThere;
  }

  public List<Refused> refused() {
    return List.copyOf(refused);
  }

  private static List<String> tags(Source source, Subscription entry) {
    Set<String> tags = new LinkedHashSet<>(source.deskTags());
    for (String folder : entry.folders()) {
      // the desk property of a message joins tags by commas
      String tag = folder.replaceAll("[,\\s\\p{Cntrl}]+", " ").strip();
      if (!tag.isEmpty()) {
        tags.add(tag);
      }
    }
    return List.copyOf(tags);
  }

  private static String name(Subscription entry, URI feed) {
    String title = entry.title().replace("${", "$(").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (title.isEmpty() || title.equals("~")) {
      return feed.getHost();
    }
    int end = Math.min(title.length(), LONGEST_NAME);
    return title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, end))).strip();
  }

  private String id(Subscription entry, String name, URI feed) {
    Optional<String> given = entry.id().filter(i -> ID.matcher(i).matches() && !ids.contains(i));
    if (given.isPresent()) {
      return given.get();
    }
    String made = SourceIds.of(name);
    if (made.isEmpty()) {
      made = SourceIds.of(feed.getHost());
    }
    String base = made.isEmpty() ? "feed" : made;
    int next = numbers.getOrDefault(base, 2);
    String free = ids.contains(base) ? base + "-" + next : base;
    while (ids.contains(free)) {
      free = base + "-" + ++next;
    }
    numbers.put(base, next);
    return free;
  }
}
