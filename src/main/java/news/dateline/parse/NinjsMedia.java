package news.dateline.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import news.dateline.model.Media;
import news.dateline.model.Relation;

/**
 * What belongs to a ninjs object: its renditions, the objects associated with it and what these are
 * made of, and the earlier objects it came from.
 */
final class NinjsMedia {
  /** An object in an object in an object; nobody nests deeper. */
  private static final int DEEPEST = 3;

  private static final String[] ADDRESS = {"href", "url", "uri", "src"};

  private static final Set<String> MEDIA = Set.of("image", "video", "audio");

  private final List<Media> media = new ArrayList<>();
  private final Set<Relation> relations = new LinkedHashSet<>();

  private NinjsMedia() {}

  static NinjsMedia of(JsonFields n) {
    NinjsMedia found = new NinjsMedia();
    found.gather(n, 0);
    found.ancestry(n);
    return found;
  }

  List<Media> media() {
    return media;
  }

  List<Relation> relations() {
    return List.copyOf(relations);
  }

  private void gather(JsonFields n, int depth) {
    List<JsonFields> renditions = n.objects("renditions");
    Optional<JsonFields> best = largest(renditions, kind(n.text("type").orElse("")));
    best.ifPresent(r -> media.add(media(n, r)));
    if (depth == 0) {
      for (JsonFields r : renditions) {
        if (isText(r)) {
          r.text(ADDRESS).ifPresent(a -> relations.add(new Relation("rendition", a, title(r))));
        }
      }
    }
    boolean made = n.text("type").orElse("").equals("composite");
    for (JsonFields a : n.objects("associations")) {
      boolean shown = depth < DEEPEST && shows(a);
      if (!shown) {
        String relation = a.text("rel").filter(r -> !r.isBlank()).orElse("associatedWith");
        NinjsItem.id(a)
            .ifPresent(id -> relations.add(new Relation(made ? "item" : relation, id, title(a))));
      }
      if (depth < DEEPEST) {
        gather(a, depth + 1);
      }
    }
  }

  /** Whether the object itself becomes media: then it is no relation. */
  private static boolean shows(JsonFields object) {
    return largest(object.objects("renditions"), kind(object.text("type").orElse(""))).isPresent();
  }

  private static Optional<String> title(JsonFields object) {
    String title = new NinjsTexts(object).headline().value();
    return Some.text(AuthorForms.fold(title));
  }

  /** Replaced and earlier objects, under the names agencies give them. */
  private void ancestry(JsonFields n) {
    for (String name : List.of("evolvedfrom", "rewriteof")) {
      related(n, name, "evolvedFrom");
    }
    for (String name : List.of("previousversion", "replacing", "replaces", "supersedes")) {
      related(n, name, "previousVersion");
    }
    for (String name : List.of("derivedfrom", "derivedfroms")) {
      related(n, name, "derivedFrom");
    }
    for (JsonFields link : n.objects("links", "link")) {
      String rel = link.text("rel", "role").orElse("").replaceAll("^.*:", "");
      if (rel.matches("(?i)previousVersion|evolvedFrom|derivedFrom|seeAlso")) {
        link.text(ADDRESS).ifPresent(a -> relations.add(new Relation(rel, a, title(link))));
      }
    }
  }

  private void related(JsonFields n, String name, String kind) {
    Json.spread(n.get(name)).stream()
        .flatMap(
            v -> (v.isObject() ? NinjsItem.id(JsonFields.of(v)) : Some.text(v.asText())).stream())
        .forEach(id -> relations.add(new Relation(kind, id, Optional.empty())));
  }

  /** The media type's first half that an object of this type has; empty when it may be any. */
  private static String kind(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "picture", "graphic", "image", "photo" -> "image";
      case "video" -> "video";
      case "audio" -> "audio";
      default -> "";
    };
  }

  private static boolean isText(JsonFields rendition) {
    return type(rendition).startsWith("text/")
        || rendition.text("type").orElse("").equals("text")
        || rendition.text("format").orElse("").startsWith("ANPA");
  }

  private static String type(JsonFields rendition) {
    return rendition
        .text("contenttype", "mimetype")
        .or(() -> rendition.text("type").filter(t -> t.contains("/")))
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  /** The widest of those that are what the object is, not a still of it. */
  private static Optional<JsonFields> largest(List<JsonFields> renditions, String kind) {
    Optional<JsonFields> best = Optional.empty();
    long most = -1;
    for (JsonFields r : renditions) {
      String half = type(r).replaceAll("/.*", "");
      if (r.text(ADDRESS).isEmpty() || isText(r)) {
        continue;
      }
      boolean own = kind.isEmpty() ? MEDIA.contains(half) : half.equals(kind);
      OptionalLong width = Some.number(r.text("width"));
      long weight = (own ? 1L << 32 : 0) + Math.min(width.orElse(0), 1L << 30);
      if (weight > most) {
        best = Optional.of(r);
        most = weight;
      }
    }
    return best;
  }

  private static Media media(JsonFields object, JsonFields r) {
    NinjsTexts texts = new NinjsTexts(object);
    return new Media(
        r.text(ADDRESS).orElse(""),
        Some.text(type(r)),
        Some.number(r.text("sizeinbytes", "size")),
        Some.integer(r.text("width")),
        Some.integer(r.text("height")),
        Some.seconds(r.text("duration")),
        title(object),
        texts
            .description("caption", "text", "", "main", "lead")
            .or(() -> object.text("caption", "alttext", "bodytext")),
        texts
            .description("creditline")
            .or(() -> object.text("creditline", "byline", "by"))
            .or(() -> object.object("photographer").text("name"))
            .or(() -> object.text("source", "copyrightholder")));
  }
}
