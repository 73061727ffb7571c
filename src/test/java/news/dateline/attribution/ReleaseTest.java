package news.dateline.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private final Attributor attributor = new Attributor(Lexicons.SHIPPED);

  @Test
  void what_only_a_wire_of_releases_sends_is_a_press_release() {
    assertThat(genre("LIMA, May 3, 2026 /PRNewswire/ -- Quay Foods has bought two ships."))
        .hasValue("Press Release");
    assertThat(genre("LIMA--(BUSINESS WIRE)--Quay Foods has bought two ships."))
        .hasValue("Press Release");
  }

  @Test
  void what_an_agency_sends_is_news() {
    assertThat(genre("LIMA (AP) — Quay Foods has bought two ships, it told PRNewswire.")).isEmpty();
    assertThat(genre("Quay Foods has bought two ships.")).isEmpty();
  }

  private Optional<String> genre(String text) {
    return attributor.genre(attributor.attribute(AttributionInput.of(text)));
  }
}
