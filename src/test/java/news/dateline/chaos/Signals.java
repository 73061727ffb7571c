package news.dateline.chaos;

import java.io.IOException;

/** Signals to processes. */
public final class Signals {
  private Signals() {}

  /**
   * @param name without SIG: {@code STOP}, {@code CONT}
   */
  public static void send(long pid, String name) {
    run("kill", "-" + name, String.valueOf(pid));
  }

  /** Runs a command and waits for its end. */
  static int run(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
