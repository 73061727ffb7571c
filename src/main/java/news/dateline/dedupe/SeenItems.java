package news.dateline.dedupe;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Port: what is known of articles already stored. The store implements it. */
public interface SeenItems {
  /**
   * Looks up many articles at once.
   *
   * @param uris candidates
   * @return one entry a known uri; unknown ones are absent
   */
  Map<String, Seen> find(Collection<String> uris);

  /**
   * Looks up which articles stand at a page.
   *
   * @param places keys of pages, as {@link news.dateline.model.Imprint.Place#key()} was stored
   * @return the articles at each place in the order they came; places without any are absent
   */
  Map<String, List<Seen>> findAt(Collection<String> places);

  /**
   * The newest stored version of an article.
   *
   * @param uri of the article
   * @param source id of the source that owns it: the one that gave it first
   * @param publisher name of that source
   * @param version the newest, a decimal string
   * @param fingerprint of the newest, as {@link news.dateline.model.Verdict#fingerprint()}
   */
  record Seen(String uri, String source, String publisher, String version, String fingerprint) {}
}
