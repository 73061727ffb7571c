package news.dateline.web;

import java.util.Optional;

/** What answers requests of one part of the address space. Thread-safe; never throws. */
interface Entry {
  /** Largest body it takes, bytes. */
  long maxBody();

  /**
   * Why a request will not pass whatever its body is: asked before any of it is read.
   *
   * @param head the request without its body
   */
  Optional<Reply> refuse(Request head);

  /** Answers one request, or refuses it. */
  default Reply serve(Request request) {
    return refuse(request).map(HttpGuard::secured).orElseGet(() -> handle(request));
  }

  /** Answers one request that was not refused. May wait for database and pipeline. */
  Reply handle(Request request);
}
