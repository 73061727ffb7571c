package news.dateline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.dateline.model.Source;
import news.dateline.model.Subscription;
import news.dateline.sources.SourceImport;

/**
 * Fetches every feed of an import once, a few at a time and never faster than its host is asked,
 * and looks for the feed behind a page where only that is named. What cannot be read is refused.
 */
final class ListCheck {
  private static final int AT_A_TIME = 8;

  private final Previewer previewer;
  private final boolean internal;

  ListCheck(Previewer previewer, boolean internal) {
    this.previewer = previewer;
    this.internal = internal;
  }

  void apply(SourceImport plan) {
    ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Subscription> pages = plan.takePages();
      List<Source> sources = plan.sources();
      List<Control.Preview> found =
          all(pool, pages, p -> previewer.preview(p.page().orElse(""), internal));
      List<Control.Preview> read = all(pool, sources, previewer::preview);
      for (int i = 0; i < sources.size(); i++) {
        Control.Preview preview = read.get(i);
        if (preview.reason().isPresent()) {
          plan.refuse(
              sources.get(i), preview.message() + " [" + preview.reason().get().slug() + "]");
        }
      }
      for (int i = 0; i < pages.size(); i++) {
        Subscription page = pages.get(i);
        Control.Preview preview = found.get(i);
        preview
            .proposal()
            .flatMap(Source::feed)
            .ifPresentOrElse(
                feed -> plan.add(page, feed),
                () -> plan.refuse(page, "no feed behind " + page.page().orElse("")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private interface Look<T> {
    Control.Preview at(T what);
  }

  private static <T> List<Control.Preview> all(ExecutorService pool, List<T> of, Look<T> look)
      throws InterruptedException {
    List<Future<Control.Preview>> under = new ArrayList<>(of.size());
    for (T each : of) {
      under.add(pool.submit(() -> look.at(each)));
    }
    List<Control.Preview> out = new ArrayList<>(of.size());
    for (Future<Control.Preview> future : under) {
      try {
        out.add(future.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a feed could not be looked at", e.getCause());
      }
    }
    return out;
  }
}
