package news.dateline.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import news.dateline.app.Application;
import news.dateline.web.WebDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything: broker, store, sources, page. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Starts everything: broker, store, polling, page.")
final class RunCommand implements Callable<Integer> {
  @Mixin private HomeOptions options = new HomeOptions();

  @Override
  public Integer call() throws Exception {
    Application application =
        new Application(options.home(), options.settings(), Clock.systemUTC(), new WebDoor());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  application.close();
                  stopped.countDown();
                },
                "stop"));
    application.start();
    System.out.println(application.greeting());
    stopped.await();
    return 0;
  }
}
