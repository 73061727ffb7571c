package news.dateline.chaos;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills its own process with SIGKILL when it was passed often enough. */
public final class Doom {
  private static final AtomicInteger LEFT = new AtomicInteger();

  private Doom() {}

  static void arm(int passes) {
    LEFT.set(passes);
  }

  /** Passes by; the last pass never returns. */
  public static void pass() {
    if (LEFT.decrementAndGet() != 0) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-KILL", String.valueOf(ProcessHandle.current().pid()))
          .inheritIO()
          .start()
          .waitFor();
      Thread.sleep(Long.MAX_VALUE);
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(137);
    }
  }
}
