package news.dateline.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.model.Attribution.Agency;
import news.dateline.model.Attribution.Byline;
import news.dateline.model.Attribution.Evidence;
import news.dateline.model.Attribution.Role;

/** Gathers claims about agencies and people while an article is read. */
final class Findings {
  private record Claim(Role role, double confidence, Evidence evidence) {}

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, List<Claim>> claims = new LinkedHashMap<>();
  private final List<Byline> bylines = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  /** An article before a publisher's name. */
  private static final Pattern ARTICLE = Pattern.compile("^(?:the|le|la|der|die|das|el) ");

  private final String publisher;
  private final String publisherBare;

  /**
   * @param publisher who is no author of his own paper; may be empty
   */
  Findings(String publisher) {
    this.publisher = publisher.toLowerCase(Locale.ROOT);
    this.publisherBare = ARTICLE.matcher(this.publisher).replaceFirst("");
  }

  void agency(
      news.dateline.attribution.Agency agency, Role role, double confidence, Evidence evidence) {
    names.put(agency.code(), agency.name());
    claims
        .computeIfAbsent(agency.code(), k -> new ArrayList<>())
        .add(new Claim(role, confidence, evidence));
  }

  boolean has(String code, Role role) {
    return claims.getOrDefault(code, List.of()).stream().anyMatch(c -> c.role() == role);
  }

  /** Adds a person unless the same person already has the role, or it is the publisher. */
  void byline(Byline byline) {
    String name = byline.name().toLowerCase(Locale.ROOT);
    if (!isPublisher(name) && known.add(byline.role() + ' ' + name)) {
      bylines.add(byline);
    }
  }

  /** "Le Figaro", "Figaro Live": the name holds the publisher's, or the other way about. */
  private boolean isPublisher(String name) {
    return !publisher.isBlank()
        && (holds(name, publisher)
            || holds(publisher, name)
            || (publisher.length() >= 3 && holds(name, publisherBare)));
  }

  private static boolean holds(String text, String words) {
    return (" " + text + " ").contains(" " + words + " ");
  }

  /** The first agency the text comes from, as known so far. */
  Optional<String> origin() {
    for (Map.Entry<String, List<Claim>> e : claims.entrySet()) {
      if (e.getValue().stream().anyMatch(c -> c.role() == Role.ORIGIN)) {
        return Optional.of(e.getKey());
      }
    }
    return Optional.empty();
  }

  /** Authors of agency copy work for the agency. */
  void employ(Optional<String> agency) {
    if (agency.isEmpty()) {
      return;
    }
    bylines.replaceAll(
        b -> b.agency().isPresent() || b.role().equals("photographer") ? b : b.of(agency.get()));
  }

  /** Those of fields first, then those of the body as they stand in it. */
  List<Byline> bylines() {
    List<Byline> out = new ArrayList<>(bylines);
    out.sort(Comparator.comparingInt(b -> b.field().equals("body") ? b.start() + 1 : 0));
    return out;
  }

  /** One entry an agency, with its strongest role; stronger roles first. */
  List<Agency> agencies() {
    List<Agency> out = new ArrayList<>();
    claims.forEach(
        (code, list) -> {
          List<Claim> sorted = new ArrayList<>(list);
          sorted.sort(
              Comparator.comparing(Claim::role)
                  .thenComparing(Claim::confidence, Comparator.reverseOrder()));
          Claim best = sorted.get(0);
          out.add(
              new Agency(
                  code,
                  names.getOrDefault(code, code),
                  best.role(),
                  best.confidence(),
                  sorted.stream().map(Claim::evidence).distinct().limit(20).toList()));
        });
    // The first origin is the article's agency: the dateline's, before a republisher's field.
    out.sort(
        Comparator.comparing(Agency::role)
            .thenComparing(a -> !a.evidence().get(0).rule().equals("dateline")));
    return out;
  }
}
