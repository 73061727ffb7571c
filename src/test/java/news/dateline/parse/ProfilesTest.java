package news.dateline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.dateline.config.Problem;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import org.junit.jupiter.api.Test;

class ProfilesTest {
  private final Problems problems = new Problems();

  private Profiles read(String yaml) {
    return Profiles.of(Yaml.parse(yaml, "agencies.yaml", problems), problems);
  }

  @Test
  void examples_are_proved_and_those_that_fail_say_why() {
    read(
        """
        QUAY:
          wire:
            signoff: ["quay desk"]
            markers: {update: ["^MORE: "]}
            story: "(.+)-v\\\\d+"
            examples:
              - {signoff: quay desk}
              - {signoff: pier desk}
              - {keeps: quay desk}
              - {headline: "MORE: Rain", gives: Rain, means: update}
              - {headline: "MORE: Rain", gives: Snow, means: kill}
              - {id: q7-v2, gives: q7}
        """);
    assertThat(problems.list()).extracting(Problem::line).containsExactly(8, 9, 11, 11);
    assertThat(problems.list().get(0).message()).contains("pier desk");
  }

  @Test
  void every_fault_of_a_profile_is_told_with_its_line() {
    read(
        """
        QUAY:
          wire:
            zone: Atlantis/City
            charset: klingon-1
            signoff: ["(", "x*"]
            story-of: [weather]
            markers: {gossip: [x]}
            fields: {colour: [x], byline: ["a//b"]}
            shoe-size: 43
        """);
    assertThat(problems.list())
        .extracting(p -> p.line() + " " + p.key())
        .containsExactlyInAnyOrder(
            "3 QUAY.wire.zone",
            "4 QUAY.wire.charset",
            "5 QUAY.wire.signoff",
            "5 QUAY.wire.signoff",
            "6 QUAY.wire.story-of",
            "7 QUAY.wire.markers",
            "8 QUAY.wire.fields.colour",
            "8 QUAY.wire.fields.byline",
            "9 QUAY.wire.shoe-size");
  }

  @Test
  void an_agency_is_found_by_what_it_calls_itself() {
    Profiles profiles =
        read(
            """
            QUAY:
              wire: {providers: [quay.example, Quay Press], services: [q, qx1]}
            PIER:
              wire: {providers: [pier.example], services: [qx]}
            """);
    assertThat(problems.list()).isEmpty();
    assertThat(profiles.provider(List.of("unknown", " QUAY press ")).orElseThrow().agency())
        .isEqualTo("QUAY");
    assertThat(profiles.service("QX0015").orElseThrow().agency()).isEqualTo("PIER");
    assertThat(profiles.service("qx1").orElseThrow().agency()).isEqualTo("QUAY");
    assertThat(profiles.service("z1")).isEmpty();
    assertThat(profiles.provider(List.of())).isEmpty();
  }
}
