package news.dateline.sources;

import java.util.List;

/** The keys of a source, in the order they are written. */
final class SourceKeys {
  static final String ID = "id";
  static final String NAME = "name";
  static final String FEED = "feed";
  static final String FROM = "from";
  static final String FORMAT = "format";
  static final String AGENCY = "agency";
  static final String LANGUAGE = "language";
  static final String EVERY = "every";
  static final String AT_LEAST_EVERY = "at-least-every";
  static final String SILENT_AFTER = "silent-after";
  static final String ZONE = "zone";
  static final String CHARSET = "charset";
  static final String HEADERS = "headers";
  static final String PAUSED = "paused";
  static final String INTERNAL = "internal";
  static final String STRIP = "strip";
  static final String DESK_TAGS = "desk-tags";
  static final String ALLOW_TEXT_LOSS = "allow-text-loss";
  static final String SAMPLE = "sample";
  static final String LISTING = "listing";

  /** All of them; {@code docs/source.schema.json} describes exactly these. */
  static final List<String> ALL =
      List.of(
          ID,
          NAME,
          FEED,
          FROM,
          FORMAT,
          AGENCY,
          LANGUAGE,
          EVERY,
          AT_LEAST_EVERY,
          SILENT_AFTER,
          ZONE,
          CHARSET,
          HEADERS,
          PAUSED,
          INTERNAL,
          STRIP,
          DESK_TAGS,
          ALLOW_TEXT_LOSS,
          SAMPLE,
          LISTING);

  private SourceKeys() {}
}
