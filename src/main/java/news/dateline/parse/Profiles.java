package news.dateline.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.dateline.config.Problems;
import news.dateline.config.Yaml;
import news.dateline.config.YamlNode;

/**
 * How agencies write the formats they share: the {@code wire} parts of {@code
 * config/agencies.yaml}, and what holds of all. Immutable; one serves all threads.
 */
public final class Profiles {
  /** No agency is known; only what holds of all. */
  public static final Profiles COMMON = of(List.of(), new Problems());

  private static final String ALL = "house.yaml";

  private final AgencyProfile common;
  private final Map<String, AgencyProfile> byCode = new HashMap<>();
  private final Map<String, AgencyProfile> byProvider = new HashMap<>();
  private final Map<String, AgencyProfile> byService = new HashMap<>();
  private final Map<String, AgencyProfile> byElement = new HashMap<>();
  private final Map<String, House> houses = new HashMap<>();

  private Profiles(AgencyProfile common, List<AgencyProfile> agencies) {
    this.common = common;
    houses.put(common.agency(), new House(common, common));
    for (AgencyProfile profile : agencies) {
      byCode.put(profile.agency(), profile);
      houses.put(profile.agency(), new House(profile, common));
      profile.providers().forEach(p -> byProvider.putIfAbsent(p, profile));
      profile.services().forEach(s -> byService.putIfAbsent(s, profile));
      profile.items().forEach(i -> byElement.putIfAbsent(i.toLowerCase(Locale.ROOT), profile));
    }
  }

  /**
   * Takes the profiles from {@code agencies.yaml} and proves their examples.
   *
   * @param documents the file's, as read
   * @param problems receives everything wrong with a profile, each example that does not hold
   *     included; profiles without a problem are kept
   */
  public static Profiles of(List<YamlNode> documents, Problems problems) {
    Problems own = new Problems();
    List<YamlNode> house = Yaml.parse(resource(), ALL, own);
    AgencyProfile common = new ProfileReader(own).common(house);
    if (!own.list().isEmpty()) {
      throw new IllegalStateException(ALL + ": " + own.list());
    }
    return new Profiles(common, new ProfileReader(problems).agencies(documents, common));
  }

  private static String resource() {
    try (InputStream in = Profiles.class.getResourceAsStream(ALL)) {
      return new String(Objects.requireNonNull(in, ALL).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(ALL, e);
    }
  }

  /** The house of one of these profiles. */
  House house(AgencyProfile profile) {
    return Objects.requireNonNull(houses.get(profile.agency()), profile.agency());
  }

  /** What holds of all agencies. */
  AgencyProfile common() {
    return common;
  }

  /** The profile of an agency by its code; empty when it has none. */
  Optional<AgencyProfile> agency(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * The profile of the first of these names that is a provider's.
   *
   * @param names as items give them; in either case
   */
  Optional<AgencyProfile> provider(List<String> names) {
    for (String name : names) {
      AgencyProfile found = byProvider.get(name.strip().toLowerCase(Locale.ROOT));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** The profile whose service's designation this begins with; the longest beginning wins. */
  Optional<AgencyProfile> service(String designation) {
    String lower = designation.toLowerCase(Locale.ROOT);
    for (int end = lower.length(); end > 0; end--) {
      AgencyProfile found = byService.get(lower.substring(0, end));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** The profile whose own XML holds items of this element name; in either case. */
  Optional<AgencyProfile> ownXml(String element) {
    return Optional.ofNullable(byElement.get(element.toLowerCase(Locale.ROOT)));
  }

  /** The names of elements that are items in some agency's own XML, as written. */
  List<String> ownElements() {
    return byCode.values().stream().flatMap(p -> p.items().stream()).toList();
  }

  /** All profiles, in no particular order. */
  List<AgencyProfile> agencies() {
    return new ArrayList<>(byCode.values());
  }
}
