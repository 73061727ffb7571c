package news.dateline.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.model.Hop;
import news.dateline.model.Person;

/** Who made a ninjs object, who signs it, and through whose hands it came. */
final class NinjsPeople {
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?i)^(?:urn:newsml:|tag:|https?://(?:[^/@]{0,100}@)?)([\\p{L}\\p{N}.-]{2,100})");

  private NinjsPeople() {}

  /** Objects named as makers; whose role nobody says wrote it. */
  static List<Person> of(JsonFields n) {
    Set<Person> people = new LinkedHashSet<>();
    for (String[] names :
        new String[][] {
          {"authors", "author"},
          {"creators", "creator"},
          {"photographers", "photographer"},
          {"contributors", "contributor"}
        }) {
      for (JsonFields person : n.objects(names)) {
        String role = role(person.text("role", "jobtitle").orElse(names[1]));
        person
            .text("name")
            .ifPresent(
                name ->
                    people.add(
                        new Person(name, role, person.text("email"), person.text("uri", "url"))));
      }
    }
    return List.copyOf(people);
  }

  private static String role(String said) {
    String role = said.toLowerCase(Locale.ROOT);
    if (role.contains("photo") || role.contains("foto")) {
      return "photographer";
    }
    for (String known : List.of("editor", "translator", "contributor")) {
      if (role.contains(known)) {
        return known;
      }
    }
    return "author";
  }

  /** The line as written, else put together of its parts; those for the desk alone are left out. */
  static Optional<String> byline(JsonFields n) {
    List<String> parts = new ArrayList<>();
    for (JsonFields by : n.objects("bylines")) {
      boolean internal = by.text("internal").filter(i -> !i.equals("false")).isPresent();
      Optional<String> line = by.text("by", "byline", "name");
      if (!internal && line.isPresent()) {
        parts.add(line.get() + by.text("title").map(t -> ", " + t).orElse(""));
      }
    }
    return n.text("byline", "by", "authorline")
        .or(() -> Some.text(String.join("; ", parts)))
        .or(() -> Some.text(String.join("; ", n.all("bylines"))));
  }

  /** Everybody it came through, in the order given. */
  static List<Hop> hops(JsonFields n) {
    List<Hop> hops = new ArrayList<>();
    for (JsonFields s : n.objects("infosources", "infosource")) {
      Optional<String> role = s.text("role").map(r -> r.replaceAll("^.*[:/]", ""));
      s.text("name", "literal", "code", "uri")
          .ifPresent(party -> hops.add(new Hop(party, role, Optional.empty())));
    }
    return hops;
  }

  /** Whose line it carries: what is said to be one, else where it comes from. */
  static Optional<String> credit(JsonFields n) {
    return new NinjsTexts(n)
        .description("creditline", "credit")
        .or(() -> n.text("creditline", "credit", "source"))
        .or(() -> n.all("infosources", "infosource").stream().findFirst())
        .or(() -> n.text("provider").or(() -> n.object("provider").text("name", "literal")))
        .or(() -> n.text("copyrightholder"));
  }

  /** What could name the agency, the surest first: the authority in its id, then words. */
  static List<String> providers(JsonFields n) {
    List<String> names = new ArrayList<>();
    NinjsItem.id(n).ifPresent(id -> authority(id, names));
    n.text("uri").ifPresent(uri -> authority(uri, names));
    n.text("provider").ifPresent(names::add);
    n.object("provider").text("name").ifPresent(names::add);
    n.object("standard", "$standard").text("name").ifPresent(names::add);
    n.text("copyrightholder").ifPresent(names::add);
    n.text("source").ifPresent(names::add);
    n.text("creditline").ifPresent(names::add);
    names.addAll(n.all("infosources", "infosource"));
    return names;
  }

  /** The authority and the domains it is in: {@code api.quay.example}, {@code quay.example}. */
  static void authority(String id, List<String> names) {
    Matcher m = AUTHORITY.matcher(id);
    if (m.find()) {
      String host = m.group(1);
      while (host.indexOf('.') > 0) {
        names.add(host);
        host = host.substring(host.indexOf('.') + 1);
      }
    }
  }
}
