package news.dateline.web;

import java.time.Instant;
import java.util.List;

/** Invented news of a source just added. */
final class FreshCopy {
  private FreshCopy() {}

  /** What a newly added source brings. */
  static List<String> of(String id, String name, Instant now) {
    return List.of(
        new FakeArticle(
                "https://fresh.example/" + id + "/1",
                id,
                name,
                "en",
                "Lamp of the old pier burns again after a winter of darkness",
                """
                PORT ELLIS, Nov 24 (AP) — The lamp of the old pier burned again on Tuesday.

                “It is a small light, but it is ours,” keeper Ruth Amsel said.""")
            .at(now, now)
            .dateline("PORT ELLIS, Nov 24 (AP) —", "PORT ELLIS", "2026-11-24", "AP")
            .agency(
                "AP", "Associated Press", "origin", 0.98, "PORT ELLIS, Nov 24 (AP) —", "dateline")
            .quote(
                "direct",
                "It is a small light, but it is ours,",
                "Ruth Amsel",
                "Ruth Amsel",
                "said")
            .json(),
        new FakeArticle(
                "https://fresh.example/" + id + "/2",
                id,
                name,
                "en",
                "Council splits evenly over the colour of the new bus",
                "The council split evenly over the colour of the new bus, blue or blue-green, clerk"
                    + " Ada Quist said.")
            .at(now.minusSeconds(3000), now)
            .quote(
                "indirect",
                "The council split evenly over the colour of the new bus, blue or" + " blue-green",
                "Ada Quist",
                "Ada Quist",
                "said")
            .json());
  }
}
