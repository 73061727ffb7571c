package news.dateline.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of one article by surname: a surname alone means one of them. */
final class Namesakes {
  /** Enough for any family. */
  private static final int MOST = 20;

  /** Shorter surnames are too near each other. */
  private static final int SHORTEST = 6;

  /** Surnames compared with one that is unknown. */
  private static final int TRIED = 200;

  private static final class Person {
    private final String name;
    private long gender;
    private String title;
    private int times;

    Person(String name) {
      this.name = name;
      this.title = "";
    }
  }

  private final Map<String, List<Person>> bySurname = new HashMap<>();

  /**
   * A full name was read.
   *
   * @param gender {@link Words#HE}, {@link Words#SHE} or 0
   * @param title the title before it, lower case, or nothing
   */
  void add(String surname, String name, long gender, String title) {
    List<Person> same = bySurname.computeIfAbsent(surname, k -> new ArrayList<>(1));
    Person person = null;
    for (Person p : same) {
      person = p.name.equals(name) ? p : person;
    }
    if (person == null) {
      if (same.size() == MOST) {
        return;
      }
      person = new Person(name);
      same.add(person);
    }
    person.times++;
    person.gender = person.gender == 0 ? gender : person.gender;
    person.title = person.title.isEmpty() ? title : person.title;
  }

  boolean knows(String surname) {
    return bySurname.containsKey(surname);
  }

  /** The full names with a surname, in the order of the text. */
  List<String> names(String surname) {
    List<Person> same = bySurname.get(surname);
    return same == null ? List.of() : same.stream().map(p -> p.name).toList();
  }

  /** Whom a surname alone means, by the honorific before it; null when nobody has it. */
  @Nullable String meant(String surname, long gender, String title) {
    List<Person> same = bySurname.get(surname);
    if (same == null) {
      return null;
    }
    if (same.size() == 1) {
      return same.get(0).name;
    }
    Person best = null;
    int most = -1;
    for (Person p : same) {
      int fits = gender != 0 && p.gender == gender ? 4 : gender == 0 || p.gender == 0 ? 2 : 0;
      fits += !title.isEmpty() && title.equals(p.title) ? 3 : 0;
      if (fits > most) {
        best = p;
        most = fits;
      }
    }
    return best == null ? null : spelt(best, same).name;
  }

  /** The spelling the article prints more often, when two differ by one slip. */
  private static Person spelt(Person person, List<Person> same) {
    Person best = person;
    for (Person p : same) {
      if (p.times > best.times && KnownNames.isSlip(p.name, person.name)) {
        best = p;
      }
    }
    return best;
  }

  /** The spelling of a full name that the article prints more often. */
  String spelt(String surname, String name) {
    List<Person> same = bySurname.getOrDefault(surname, List.of());
    for (Person p : same) {
      if (p.name.equals(name)) {
        return spelt(p, same).name;
      }
    }
    return name;
  }

  /** The one surname of the article that is one letter off an unknown one; null when none is. */
  @Nullable String near(String surname) {
    if (surname.length() < SHORTEST) {
      return null;
    }
    String found = null;
    int tried = 0;
    for (String known : bySurname.keySet()) {
      if (tried++ > TRIED) {
        return null;
      }
      boolean plural = known.length() != surname.length() && surname.endsWith("s");
      if (!plural
          && known.length() >= SHORTEST
          && known.charAt(0) == surname.charAt(0)
          && KnownNames.oneEdit(known, surname)) {
        if (found != null) {
          return null;
        }
        found = known;
      }
    }
    return found;
  }
}
