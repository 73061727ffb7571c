package news.dateline.fetch;

import news.dateline.model.Bytes;

/**
 * What was read of an answer's body.
 *
 * @param bytes decompressed; the head alone unless {@code end} is {@code WHOLE}
 * @param end how reading ended
 * @param size bytes read after decompression, those not kept included
 * @param problem one line when it did not end well, else empty
 * @param drained nothing is left on the connection, so it may be used again
 */
record Body(Bytes bytes, End end, long size, String problem, boolean drained) {
  /** No body at all. */
  static final Body NONE = new Body(Bytes.EMPTY, End.WHOLE, 0, "", true);

  enum End {
    WHOLE,
    TOO_LARGE,
    UNREADABLE
  }
}
