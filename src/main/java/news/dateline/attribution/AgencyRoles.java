package news.dateline.attribution;

import java.util.Set;
import news.dateline.model.Attribution.Role;

/** Gives every agency of the story its part: it signs a picture, is cited, or only named. */
final class AgencyRoles {
  private final Field field;
  private final Copy copy;
  private final Findings findings;
  private final Zones zones;
  private final Set<AgencyHit> speaking;
  private final String publisher;

  AgencyRoles(
      Field field, Findings findings, Zones zones, Set<AgencyHit> speaking, String publisher) {
    this.field = field;
    this.copy = field.copy();
    this.findings = findings;
    this.zones = zones;
    this.speaking = speaking;
    this.publisher = publisher;
  }

  void read() {
    boolean known = findings.origin().isPresent();
    PhotoCredits photos = new PhotoCredits(field, findings);
    for (AgencyHit hit : field.hits().all()) {
      if (zones.consumed(hit)) {
        continue;
      }
      if (hit.trapped()) {
        if (brand(hit)) {
          field.agency(findings, hit, Role.MENTIONED, 0.6, hit.from(), hit.to(), "named");
        }
        continue;
      }
      int from = hit.phraseFrom();
      int to = hit.phraseTo();
      boolean spoke = speaking.contains(hit);
      if (!hit.isCited() && photos.note(hit)) {
        continue;
      }
      if (copy.has(hit.from(), Copy.CREDIT) && !hit.isCited()) {
        // One of several pieces; which of them are the article only its head or end can say.
        field.agency(
            findings,
            hit,
            known ? Role.CONTRIBUTOR : Role.ORIGIN,
            0.75,
            hit.from(),
            hit.to(),
            copy.has(hit.from(), Copy.DATED) ? "inner-dateline" : "inner-credit");
      } else if (hit.isCited() && !spoke) {
        Role role = ownCopy(hit) ? Role.ORIGIN : Role.CITED;
        field.agency(
            findings, hit, role, 0.9, from, to, role == Role.ORIGIN ? "own-copy" : hit.cited());
      } else if ((spoke && hit.agency().use() != Agency.Use.SIGNED)
          || hit.named()
          || hit.agency().use() == Agency.Use.ANYWHERE) {
        field.agency(
            findings,
            hit,
            Role.MENTIONED,
            spoke ? 0.9 : 0.6,
            from,
            to,
            spoke ? "speaks-for-itself" : "named");
      }
    }
  }

  /** "a Reuters/Ipsos poll": its name on what others made with it. */
  private boolean brand(AgencyHit hit) {
    int to = hit.to();
    return to + 1 < copy.size()
        && copy.mark(to) == '/'
        && !copy.has(to, Copy.SPACED)
        && copy.has(to + 1, Copy.CAP);
  }

  /** "Ukrinform reports" in a text that Ukrinform publishes. */
  private boolean ownCopy(AgencyHit hit) {
    return !publisher.isEmpty()
        && (hit.agency().name().equals(publisher)
            || hit.agency().credits().contains(publisher)
            || hit.agency().names().contains(publisher));
  }
}
