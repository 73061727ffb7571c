package news.dateline.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that was learnt of how a source names its items: {@link Habits} first, then words {@code
 * key=value}, absent when there is nothing to say. {@code apart}: stories published under names of
 * their own because they shared one; {@code buried}: other wordings of a story that were buried;
 * {@code passed}: wordings of stories that another source of the publisher owns, and versions an
 * agency had replaced already; {@code noise}: query parameters that change at every fetch; {@code
 * votes}: those suspected of it. Not thread-safe; lives for one document.
 */
final class Lore {
  /** So many items must show that a parameter changes while the story stays. */
  private static final int CASES = 3;

  private static final int MOST_SUSPECTS = 8;

  Habits habits = Habits.TRUSTED;
  long apart;
  long buried;
  long passed;
  final Set<String> noise = new TreeSet<>();
  private final Map<String, Integer> votes = new TreeMap<>();
  Told told = new Told();

  /** Reads what {@link #toString} wrote; what cannot be read is left out. */
  static Lore parse(String text) {
    Lore lore = new Lore();
    String[] words = text.split(" ", -1);
    int plain = 0;
    while (plain < words.length && words[plain].indexOf('=') < 0) {
      plain++;
    }
    lore.habits = Habits.parse(String.join(" ", List.of(words).subList(0, plain)));
    for (int i = plain; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      String value = words[i].substring(equals + 1);
      try {
        switch (equals < 0 ? "" : words[i].substring(0, equals)) {
          case "apart" -> lore.apart = Long.parseLong(value);
          case "buried" -> lore.buried = Long.parseLong(value);
          case "passed" -> lore.passed = Long.parseLong(value);
          case "noise" -> lore.noise.addAll(List.of(value.split(",", -1)));
          case "votes" -> lore.readVotes(value);
          case "told" -> lore.told = Told.parse(value);
          default -> {
            // written by another version
          }
        }
      } catch (NumberFormatException e) {
        // one word is lost
      }
    }
    return lore;
  }

  private void readVotes(String value) {
    for (String vote : value.split(",", -1)) {
      int colon = vote.lastIndexOf(':');
      if (colon > 0) {
        votes.put(vote.substring(0, colon), Integer.parseInt(vote.substring(colon + 1)));
      }
    }
  }

  /** One more story stayed as it was while these parameters of its address changed. */
  void suspect(List<String> parameters) {
    for (String parameter : parameters) {
      boolean writable = parameter.matches("[\\w.-]{1,40}");
      if (writable && (votes.size() < MOST_SUSPECTS || votes.containsKey(parameter))) {
        votes.merge(parameter, 1, Integer::sum);
      }
    }
  }

  /** Suspects with cases enough. */
  List<String> convicted() {
    List<String> names = new ArrayList<>();
    votes.forEach(
        (name, cases) -> {
          if (cases >= CASES) {
            names.add(name);
          }
        });
    return names;
  }

  /** They tell nothing apart, and are left out of names from now on. */
  void ignore(List<String> parameters) {
    noise.addAll(parameters);
    votes.keySet().removeAll(parameters);
  }

  /** They tell stories apart after all. */
  void heed() {
    noise.clear();
    votes.clear();
  }

  /** They were suspected wrongly. */
  void acquit(List<String> parameters) {
    votes.keySet().removeAll(parameters);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(habits.toString());
    if (apart > 0) {
      out.append(" apart=").append(apart);
    }
    if (buried > 0) {
      out.append(" buried=").append(buried);
    }
    if (passed > 0) {
      out.append(" passed=").append(passed);
    }
    if (!noise.isEmpty()) {
      out.append(" noise=").append(String.join(",", noise));
    }
    if (!votes.isEmpty()) {
      out.append(" votes=")
          .append(
              votes.entrySet().stream()
                  .map(e -> e.getKey() + ":" + e.getValue())
                  .collect(Collectors.joining(",")));
    }
    if (!told.isEmpty()) {
      out.append(" told=").append(told);
    }
    return out.toString();
  }
}
