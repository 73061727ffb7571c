package news.dateline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The floors of the house (docs/architecture.md), and one library, one room. */
@AnalyzeClasses(packages = "news.dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
  private static final String[] STAGES = {
    "..dateline.sources..",
    "..dateline.fetch..",
    "..dateline.parse..",
    "..dateline.dedupe..",
    "..dateline.normalise..",
    "..dateline.attribution..",
    "..dateline.publish..",
    "..dateline.websub.."
  };

  @ArchTest
  static final ArchRule imports_point_down =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("ground")
          .definedBy("..dateline.model..")
          .layer("config")
          .definedBy("..dateline.config..")
          .layer("stages")
          .definedBy(STAGES)
          .layer("adapters")
          .definedBy("..dateline.store..", "..dateline.broker..")
          .layer("app")
          .definedBy("..dateline.app..")
          .layer("doors")
          .definedBy("..dateline.web..", "..dateline.cli..")
          .whereLayer("doors")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("app")
          .mayOnlyBeAccessedByLayers("doors")
          .whereLayer("adapters")
          .mayOnlyBeAccessedByLayers("app", "doors")
          .whereLayer("stages")
          .mayOnlyBeAccessedByLayers("adapters", "app", "doors")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("stages", "adapters", "app", "doors");

  @ArchTest
  static final ArchRule stages_never_import_each_other =
      slices()
          .matching(
              "news.dateline.(sources|fetch|parse|dedupe|normalise|attribution|publish|websub)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule no_cycles =
      slices().matching("news.dateline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule adapters_use_ports_not_stages =
      noClasses()
          .that()
          .resideInAPackage("..dateline.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..dateline.fetch..",
              "..dateline.parse..",
              "..dateline.normalise..",
              "..dateline.attribution..",
              "..dateline.broker..");

  @ArchTest
  static final ArchRule camel_only_in_app_and_web = only("org.apache.camel..", "app", "web");

  @ArchTest static final ArchRule jdom_only_in_parse = only("org.jdom2..", "parse");

  @ArchTest
  static final ArchRule jsoup_only_in_parse_and_normalise =
      only("org.jsoup..", "parse", "normalise");

  @ArchTest
  static final ArchRule mail_only_in_parse_and_at_the_mailbox =
      only("jakarta.mail..", "parse", "app");

  @ArchTest
  static final ArchRule archives_only_in_parse = only("org.apache.commons.compress..", "parse");

  @ArchTest static final ArchRule http_client_only_in_fetch = only("org.apache.hc..", "fetch");
  @ArchTest static final ArchRule artemis_only_in_broker = only("org.apache.activemq..", "broker");
  @ArchTest static final ArchRule jms_only_in_broker = only("jakarta.jms..", "broker");
  @ArchTest static final ArchRule jdbc_only_in_store = only("java.sql..", "store");
  @ArchTest static final ArchRule yaml_only_in_config = only("org.snakeyaml..", "config");
  @ArchTest static final ArchRule picocli_only_in_cli = only("picocli..", "cli");

  @ArchTest
  static final ArchRule json_only_where_json_is_read_or_written =
      only("com.fasterxml.jackson..", "parse", "publish", "app", "web", "cli");

  @ArchTest
  static final ArchRule time_is_told_by_a_clock_passed_in =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule the_clock_is_made_once =
      noClasses()
          .that()
          .resideOutsideOfPackages("..dateline.cli..")
          .should()
          .callMethod(Clock.class, "systemUTC");

  private static ArchRule only(String library, String... rooms) {
    String[] packages = new String[rooms.length];
    for (int i = 0; i < rooms.length; i++) {
      packages[i] = "..dateline." + rooms[i] + "..";
    }
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }
}
