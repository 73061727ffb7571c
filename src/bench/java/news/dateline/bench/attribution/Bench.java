package news.dateline.bench.attribution;

import java.util.Arrays;

/** What {@code mvn -Pbench} runs: {@code Bench tables|speed CORPUS [WORDS]}. */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws Exception {
    String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
    switch (args.length == 0 ? "tables" : args[0]) {
      case "tables" -> Tables.main(rest);
      case "speed" -> Speed.main(rest);
      default -> throw new IllegalArgumentException("-Dbench is tables or speed, not " + args[0]);
    }
  }
}
