package news.dateline.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Reads the bodies of requests as they are sent: no form is parsed, no charset converted, nothing
 * decompressed, whatever the content type says. All bodies under way together have a limit, so that
 * many large ones cannot fill the memory.
 */
final class Intake {
  /** What is read of a refused body before the connection is cut. */
  private static final long PATIENCE = 1 << 20;

  private final long atOnce;
  private final AtomicLong held = new AtomicLong();

  /**
   * @param atOnce bytes of all bodies under way
   */
  Intake(long atOnce) {
    this.atOnce = atOnce;
  }

  /** Who hears how it ended; one of them, once, on the event loop. */
  interface Listener {
    /** The whole body; to be given back by {@link #release}. */
    void whole(byte[] body);

    /** It is larger than it may be. The rest is not read. */
    void tooLarge();

    /** Too many others are under way. The rest is not read. */
    void crowded();
  }

  /** What the head says of the body's size; empty when it does not. */
  static OptionalLong told(HttpServerRequest request) {
    String length = request.getHeader("content-length");
    return length != null && length.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(length))
        : OptionalLong.empty();
  }

  /**
   * @param most bytes of this body
   */
  void read(HttpServerRequest request, long most, Listener listener) {
    long told = told(request).orElse(0);
    if (told > most) {
      listener.tooLarge();
      return;
    }
    if (held.get() + told > atOnce) {
      listener.crowded();
      return;
    }
    if (expects(request)) {
      request.response().writeContinue();
    }
    new Reading(request, most, listener).begin();
  }

  /** A body's bytes are no longer needed. */
  void release(long bytes) {
    held.addAndGet(-bytes);
  }

  /** Lets what still comes of a request's body go by, and cuts off who sends too much. */
  static void ignore(HttpServerRequest request, Line line) {
    Consumer<Buffer> count =
        new Consumer<>() {
          private long seen;

          @Override
          public void accept(Buffer more) {
            seen += more.length();
            if (seen > PATIENCE) {
              line.cut();
            }
          }
        };
    request.handler(count::accept);
    request.resume();
  }

  private static boolean expects(HttpServerRequest request) {
    return "100-continue".equalsIgnoreCase(request.getHeader("expect"));
  }

  /** One body on its way. */
  private final class Reading {
    private final HttpServerRequest request;
    private final long most;
    private final Listener listener;
    private final Buffer body = Buffer.buffer();
    private boolean over;

    Reading(HttpServerRequest request, long most, Listener listener) {
      this.request = request;
      this.most = most;
      this.listener = listener;
    }

    void begin() {
      request.exceptionHandler(gone -> give());
      request.handler(this::more);
      request.endHandler(
          end -> {
            if (!over) {
              over = true;
              listener.whole(body.getBytes());
            }
          });
      request.resume();
    }

    private void more(Buffer part) {
      if (over) {
        return;
      }
      boolean large = body.length() + (long) part.length() > most;
      if (large || held.addAndGet(part.length()) > atOnce) {
        if (!large) {
          held.addAndGet(-part.length());
        }
        give();
        if (large) {
          listener.tooLarge();
        } else {
          listener.crowded();
        }
        return;
      }
      body.appendBuffer(part);
    }

    /** It will not be whole. */
    private void give() {
      if (!over) {
        over = true;
        release(body.length());
      }
    }
  }
}
