package news.dateline.bench.attribution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Prints what attribution is worth, one table a collection.
 *
 * <pre>{@code
 * Tables CORPUS [--only NAME,NAME] [--errors N] [--eval FOLDER]
 * }</pre>
 *
 * {@code CORPUS} holds the folders {@code polnear}, {@code german-wikinews}, {@code reuters21578},
 * {@code agnews}, {@code impresso}, {@code bylines}, {@code dateline-gold} and {@code relay}, or a
 * folder {@code attribution} that does; every file of the right shape in them is read, and a folder
 * that is missing is said and skipped. {@code --eval} is where {@code score_attribution.py} and
 * {@code score_relay.py} lie, by default {@code eval} beside the corpus; the two collections they
 * score are skipped without them. {@code --errors} shows that many mistakes a table.
 */
public final class Tables {
  private Tables() {}

  public static void main(String[] args) {
    Path corpus = Path.of(args.length == 0 ? "../shared/corpus" : args[0]);
    Path eval = corpus.resolveSibling("eval");
    Set<String> only = Set.of();
    int errors = 0;
    for (int i = 1; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--only" -> only = Set.of(args[i + 1].split(",", -1));
        case "--errors" -> errors = Integer.parseInt(args[i + 1]);
        case "--eval" -> eval = Path.of(args[i + 1]);
        default -> throw new IllegalArgumentException("unknown: " + args[i]);
      }
    }
    Path inner = corpus.resolve("attribution");
    Path base = Files.isDirectory(inner) ? inner : corpus;
    Predictor predictor = Predictor.shipped();
    Report report = new Report(System.out, errors);
    for (Table table : all(eval)) {
      if (!only.isEmpty() && !only.contains(table.name())) {
        continue;
      }
      Path folder = base.resolve(table.folder());
      if (Files.isDirectory(folder)) {
        table.run(folder, predictor, report);
      } else {
        report.line("%n== %s: no folder %s, skipped", table.name(), folder);
      }
    }
  }

  private static List<Table> all(Path eval) {
    List<Table> out = new ArrayList<>();
    out.add(new QuoteTable("polnear", "polnear", "en"));
    out.add(new QuoteTable("german", "german-wikinews", "de"));
    out.add(new DatelineTable());
    out.add(new AgNewsTable());
    out.add(new WireCreditTable());
    out.add(new ImpressoTable());
    out.add(new BylineTable());
    out.add(new NamesTable());
    out.add(new RemovedTable());
    out.add(new ScoredTable("relay", "relay", eval));
    out.add(new ScoredTable("gold", "dateline-gold", eval));
    return out;
  }
}
