package news.dateline.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.model.Subject;

/** What a ninjs object is about: subjects, people, organisations, places, events, keywords. */
final class NinjsSubjects {
  private static final String[][] CONCEPTS = {
    {"subjects", "subject"},
    {"people", "persons", "person"},
    {"organisations", "organisation", "organizations", "organization"},
    {"places", "place"},
    {"events", "event"},
    {"objects", "object"},
  };

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:\\S+");

  private NinjsSubjects() {}

  static List<Subject> of(JsonFields n) {
    Set<Subject> subjects = new LinkedHashSet<>();
    for (String[] names : CONCEPTS) {
      for (JsonFields concept : n.objects(names)) {
        concept(concept, Optional.empty()).ifPresent(subjects::add);
      }
    }
    for (String[] names : new String[][] {{"services", "service"}, {"categories", "category"}}) {
      for (JsonFields service : n.objects(names)) {
        concept(service, Optional.of(names[1])).ifPresent(subjects::add);
      }
      for (JsonNode word : n.get(names[0])) {
        keyword(word, subjects);
      }
    }
    for (String name : List.of("keywords", "keyword")) {
      Json.spread(n.get(name)).forEach(k -> keyword(k, subjects));
    }
    return List.copyOf(subjects);
  }

  private static void keyword(JsonNode word, Set<Subject> subjects) {
    if (word.isTextual()) {
      Some.text(word.asText()).map(Subject::named).ifPresent(subjects::add);
    }
  }

  /** The code within its scheme; where there is none, the address that names the concept. */
  private static Optional<Subject> concept(JsonFields c, Optional<String> otherwise) {
    Optional<String> uri = c.text("uri").or(() -> c.text("rel").filter(NinjsSubjects::isUri));
    Optional<String> code = c.text("code", "qcode").or(() -> uri).or(() -> c.text("literal"));
    return c.text("name")
        .or(() -> c.text("literal"))
        .or(() -> code)
        .map(name -> new Subject(name, code, c.text("scheme").or(() -> otherwise)));
  }

  /** Some write the address where only its relation belongs. */
  private static boolean isUri(String value) {
    return ABSOLUTE.matcher(value).matches() && value.contains("/");
  }
}
