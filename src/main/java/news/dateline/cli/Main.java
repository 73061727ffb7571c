package news.dateline.cli;

import java.io.PrintWriter;
import java.util.NoSuchElementException;
import news.dateline.app.Version;
import news.dateline.model.DatelineException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code dateline} command: bad usage is one clear line and exit 2, a failure one clear line
 * and exit 1.
 */
@Command(
    name = "dateline",
    mixinStandardHelpOptions = true,
    version = "Dateline " + Version.NUMBER,
    description =
        "Pulls feeds and wires, tags who wrote it and who said it, publishes articles to a broker.",
    subcommands = {
      RunCommand.class,
      CheckCommand.class,
      PreviewCommand.class,
      AttributeCommand.class,
      SourcesCommand.class,
      TailCommand.class,
      StatusCommand.class,
      RejectedCommand.class,
      CredentialsCommand.class
    })
public final class Main implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  /** Entry point of the launcher. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs one command and gives its exit code. */
  public static int execute(String... args) {
    CommandLine line = new CommandLine(new Main());
    line.setParameterExceptionHandler(Main::usage);
    line.setExecutionExceptionHandler(Main::failure);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int usage(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println(
        "dateline: "
            + oneLine(e.getMessage())
            + " (see "
            + e.getCommandLine().getCommandSpec().qualifiedName()
            + " --help)");
    err.flush();
    return 2;
  }

  private static int failure(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (e instanceof Failure
        || e instanceof NoSuchElementException
        || e instanceof IllegalArgumentException) {
      err.println("dateline: " + oneLine(e.getMessage()));
    } else if (e instanceof DatelineException known) {
      err.println("dateline: " + oneLine(known.getMessage()) + " [" + known.reason().slug() + "]");
    } else {
      err.println("dateline: " + oneLine(e.toString()));
      if (System.getenv("DATELINE_DEBUG") != null) {
        e.printStackTrace(err);
      }
    }
    err.flush();
    return 1;
  }

  private static String oneLine(@org.jspecify.annotations.Nullable String message) {
    return message == null ? "failed" : message.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
