package news.dateline.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a source is doing, and what happens next.
 *
 * @param source its id
 * @param health the one word
 * @param reason why, when it is not well
 * @param detail one line for people; may be empty
 * @param since when this health began
 * @param cursor how far it was read
 * @param lastPoll the last visit
 * @param lastItem when a new or changed item last came
 * @param nextPoll when it is asked again; empty: never (paused, gone, or a transport that delivers
 *     by itself)
 * @param nextWhy why then, for people
 * @param failures visits in a row that failed
 * @param received items received since the source was first seen
 * @param published versions published
 * @param unchanged items already known
 * @param rejected items and documents buried
 * @param visits the last visits, newest first, at most 30
 * @param rhythm opaque: what the poll planner learnt of the source's hours
 * @param memo what the stages remember of its last document
 */
public record SourceState(
    String source,
    Health health,
    Optional<Reason> reason,
    String detail,
    Instant since,
    Cursor cursor,
    Optional<Instant> lastPoll,
    Optional<Instant> lastItem,
    Optional<Instant> nextPoll,
    String nextWhy,
    int failures,
    long received,
    long published,
    long unchanged,
    long rejected,
    List<Glance> visits,
    String rhythm,
    Memo memo) {

  public SourceState {
    visits = GlanceList.of(visits);
  }

  /** The one word for how a source is doing. */
  public enum Health {
    /** Items come as expected. */
    OK,
    /** Answers, but brought nothing new for a while, as it often does. */
    QUIET,
    /** No new item for longer than its rhythm explains. */
    SILENT,
    /** Answers 200, but the newest item is very old. */
    STALE,
    /** Asked us to wait. */
    THROTTLED,
    /** Refuses us. */
    BLOCKED,
    /** Answers from a new address. */
    MOVED,
    /** Gone for good. */
    GONE,
    /** Sends web pages instead of a feed. */
    NOT_A_FEED,
    /** Works, but its documents are malformed and are mended on arrival. */
    REPAIRED,
    /** Does not answer, or answers with faults. */
    FAILING,
    /** Not asked, on purpose. */
    PAUSED,
    /** Not asked yet. */
    WAITING;

    /** As shown: {@code not-a-feed}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One past visit in brief.
   *
   * @param at when
   * @param millis how long it took
   * @param status HTTP status, 0 for none
   * @param outcome {@code new}, {@code unchanged}, or the slug of the reason
   * @param items new or changed items it brought
   */
  public record Glance(Instant at, long millis, int status, String outcome, int items) {}

  /**
   * The visits with a newer one before them.
   *
   * @param most so many are kept
   */
  public static List<Glance> latest(Glance newest, List<Glance> known, int most) {
    return GlanceList.latest(newest, known, most);
  }

  /** A source nobody has asked yet, due at once. */
  public static SourceState unseen(String source, Instant now) {
    return new SourceState(
        source,
        Health.WAITING,
        Optional.empty(),
        "",
        now,
        Cursor.START,
        Optional.empty(),
        Optional.empty(),
        Optional.of(now),
        "new source",
        0,
        0,
        0,
        0,
        0,
        List.of(),
        "",
        Memo.NONE);
  }

  /** The same with something else remembered of the last document. */
  public SourceState remembering(Memo newMemo) {
    return new SourceState(
        source, health, reason, detail, since, cursor, lastPoll, lastItem, nextPoll, nextWhy,
        failures, received, published, unchanged, rejected, visits, rhythm, newMemo);
  }

  /** The same with more counted: what came beside the polls, and says nothing of how it is. */
  public SourceState counting(
      int moreReceived, int morePublished, int moreUnchanged, int moreRejected) {
    return new SourceState(
        source,
        health,
        reason,
        detail,
        since,
        cursor,
        lastPoll,
        lastItem,
        nextPoll,
        nextWhy,
        failures,
        received + moreReceived,
        published + morePublished,
        unchanged + moreUnchanged,
        rejected + moreRejected,
        visits,
        rhythm,
        memo);
  }

  /** The same, asked at another time. */
  public SourceState asked(Instant at, String why) {
    return new SourceState(
        source,
        health,
        reason,
        detail,
        since,
        cursor,
        lastPoll,
        lastItem,
        Optional.of(at),
        why,
        failures,
        received,
        published,
        unchanged,
        rejected,
        visits,
        rhythm,
        memo);
  }
}
