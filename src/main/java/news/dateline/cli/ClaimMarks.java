package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.dateline.cli.ClaimMark.Spot;

/** Reads the claims out of an {@code attribution} as it is published. */
final class ClaimMarks {
  private final List<ClaimMark> all = new ArrayList<>();

  private ClaimMarks() {}

  /** All claims, numbered in the order of the text; those outside the body come last. */
  static List<ClaimMark> of(JsonNode attribution) {
    ClaimMarks marks = new ClaimMarks();
    if (attribution.has("dateline")) {
      marks.dateline(attribution.path("dateline"));
    }
    attribution.path("bylines").forEach(marks::byline);
    attribution.path("agencies").forEach(marks::agency);
    attribution.path("quotes").forEach(q -> marks.quote(q, q.path("kind").asText()));
    attribution.path("stances").forEach(q -> marks.quote(q, "stance"));
    if (attribution.has("signoff")) {
      JsonNode signoff = attribution.path("signoff");
      marks.add("sign-off", "", Style.MAGENTA, spot(signoff, Style.MAGENTA), List.of(), signoff);
    }
    marks.all.sort(Comparator.comparingInt(ClaimMark::first));
    List<ClaimMark> numbered = new ArrayList<>();
    for (ClaimMark mark : marks.all) {
      numbered.add(mark.numbered(numbered.size() + 1));
    }
    return numbered;
  }

  private void add(
      String kind, String who, int style, List<Spot> spots, List<Spot> parts, JsonNode json) {
    all.add(new ClaimMark(0, kind, who, style, spots, parts, json));
  }

  private void dateline(JsonNode d) {
    List<String> who = new ArrayList<>();
    for (String key : List.of("place", "date", "agency")) {
      if (d.has(key)) {
        who.add(d.path(key).asText());
      }
    }
    add("dateline", String.join(", ", who), Style.CYAN, spot(d, Style.CYAN), List.of(), d);
  }

  private void byline(JsonNode b) {
    String agency = b.has("agency") ? " (" + b.path("agency").asText() + ")" : "";
    String who = b.path("name").asText() + agency;
    List<Spot> spots = spot(b, Style.MAGENTA);
    add(b.path("role").asText(), who, Style.MAGENTA, spots, List.of(), b);
  }

  private void agency(JsonNode a) {
    List<Spot> spots = new ArrayList<>();
    a.path("evidence").forEach(e -> spots.addAll(spot(e, Style.YELLOW)));
    String role = a.path("role").asText();
    add(role, a.path("code").asText(), Style.YELLOW, spots, List.of(), a);
  }

  private void quote(JsonNode q, String kind) {
    StringBuilder who = new StringBuilder();
    who.append(q.has("speaker") ? q.path("speaker").path("name").asText() : "of nobody named");
    String before = " via ";
    for (JsonNode via : q.path("via")) {
      who.append(before).append(via.asText());
      before = ", ";
    }
    List<Spot> spots = new ArrayList<>();
    for (JsonNode f : q.path("fragments")) {
      spots.add(new Spot(f.path(0).asInt(), f.path(1).asInt(), Style.GREEN));
    }
    if (spots.isEmpty()) {
      spots.addAll(spot(q, Style.GREEN));
    }
    List<Spot> parts = new ArrayList<>(spot(q.path("speaker"), Style.BOLD));
    parts.addAll(spot(q.path("cue"), Style.UNDERLINE));
    boolean direct = kind.equals("direct");
    add(direct ? "quote" : kind, who.toString(), Style.GREEN, spots, parts, q);
  }

  /** The place of a claim's words, when it is in the body. */
  private static List<Spot> spot(JsonNode of, int style) {
    boolean body = of.path("field").asText("body").equals("body");
    int start = of.path("start").asInt();
    int end = of.path("end").asInt();
    return body && end > start ? List.of(new Spot(start, end, style)) : List.of();
  }
}
