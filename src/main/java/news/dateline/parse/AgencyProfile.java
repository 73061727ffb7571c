package news.dateline.parse;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.dateline.model.HouseStyle;

/**
 * What differs from agency to agency in one and the same format: the {@code wire} part of its entry
 * in {@code config/agencies.yaml}.
 *
 * @param agency code; empty string for what holds of all
 * @param providers how its items name it: provider id, name, registrar, domain; lower case
 * @param services how the designations of its IPTC 7901 and ANPA transmissions begin; lower case
 * @param items names of the elements that are items in an XML of its own
 * @param charset of its documents that declare none
 * @param language of its items that do not say
 * @param id paths to what names an item, when it is not where the format puts it
 * @param version paths to the number of its version
 * @param story its first group, in an item's id, is the part common to all versions of the story;
 *     several groups are put together
 * @param storyOf which fields name the story where there is no id
 * @param datelines match the dateline at the beginning of a text
 * @param markers what stands at an end of a headline, or on a line of its own before it, beside the
 *     words
 * @param embargoes find the words of an embargo; their first group is the time, when they have one
 * @param fields where further fields stand, by the field's name
 * @param style for the normaliser
 */
record AgencyProfile(
    String agency,
    List<String> providers,
    List<String> services,
    List<String> items,
    Optional<Charset> charset,
    Optional<String> language,
    List<String> id,
    List<String> version,
    Optional<Pattern> story,
    List<StoryPart> storyOf,
    List<Pattern> datelines,
    Map<Marker, List<Pattern>> markers,
    List<Pattern> embargoes,
    Map<String, List<String>> fields,
    HouseStyle style) {

  AgencyProfile {
    providers = List.copyOf(providers);
    services = List.copyOf(services);
    items = List.copyOf(items);
    id = List.copyOf(id);
    version = List.copyOf(version);
    storyOf = List.copyOf(storyOf);
    datelines = List.copyOf(datelines);
    embargoes = List.copyOf(embargoes);
    markers = Map.copyOf(markers);
    fields = Map.copyOf(fields);
  }

  /** What a word beside the headline means. */
  enum Marker {
    /** News in one line, before there is a story. */
    ALERT,
    /** A further version: lead, writethru, update. */
    UPDATE,
    /** An earlier version was wrong. */
    CORRECTION,
    /** The same again, for those who missed it. */
    REPEAT,
    /** Take it out everywhere. */
    KILL,
    /** For desks, not for readers. */
    ADVISORY
  }

  /** A field that can name a story. */
  enum StoryPart {
    SERVICE,
    SLUGLINE,
    HEADLINE,
    /** The day of the transmission. */
    DAY
  }
}
