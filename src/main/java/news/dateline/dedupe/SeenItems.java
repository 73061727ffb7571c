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
   * The content of adopted articles has become known. Need not be in the transaction of their
   * document: it says no more than what was seen.
   *
   * @param found the same articles with their fingerprints
   */
  void learn(List<Seen> found);

  /**
   * The newest stored version of an article.
   *
   * @param uri of the article
   * @param source id of the source that owns it: the one that gave it first
   * @param publisher name of that source
   * @param version the newest, a decimal string
   * @param fingerprint of the newest, as {@link news.dateline.model.Verdict#fingerprint()}
   */
  record Seen(String uri, String source, String publisher, String version, String fingerprint) {
    /**
     * An article of which only what was published is known, for instance after its database was
     * lost. The first item that comes under its name is taken for its content and publishes
     * nothing, unless it bears a later version of the author's own, or is a kill of what is not
     * killed.
     *
     * @param killed whether the newest version is a kill
     */
    public static Seen adopted(
        String uri, String source, String publisher, String version, boolean killed) {
      return new Seen(uri, source, publisher, version, Fingerprint.adopted(killed));
    }

    /** The same, its content not known. */
    public Seen asAdopted(boolean killed) {
      return adopted(uri, source, publisher, version, killed);
    }
  }
}
