package news.dateline.dedupe;

import java.util.Collection;
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
