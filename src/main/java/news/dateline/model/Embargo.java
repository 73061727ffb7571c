package news.dateline.model;

import java.time.Instant;

/** Whether an article must wait. */
public sealed interface Embargo {
  /** Free to go. */
  Embargo NONE = new None();

  /** Held until a later version says otherwise: an embargo that names no time. */
  Embargo HOLD = new Hold();

  /** Free to go. */
  record None() implements Embargo {}

  /** Held until a later version says otherwise. */
  record Hold() implements Embargo {}

  /** Not before this instant. */
  record Until(Instant time) implements Embargo {}
}
