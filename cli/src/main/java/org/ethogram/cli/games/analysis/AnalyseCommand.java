package org.ethogram.cli.games.analysis;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.Seed;
import org.ethogram.games.records.MatchRecords;
import org.ethogram.games.records.PlayedMatch;
import org.ethogram.games.strategies.Strategies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram games analyse}. */
@Command(
    name = "analyse",
    description =
        "What the players of played matches did: measures, memory-one probabilities, the nearest"
            + " strategies and the mixture of strategies, with intervals.",
    mixinStandardHelpOptions = true)
public final class AnalyseCommand implements Callable<Integer> {
  private static final int MOST_TABLES = 6;
  private static final int MOST_MEMORY = 5;
  private static final int LEAST_RESAMPLES = 100;

  @Spec private CommandSpec specification;
  @Mixin private PlayedSelection selection;

  @Option(
      names = "--strategies",
      paramLabel = "LIST",
      defaultValue =
          "always-cooperate,always-defect,tit-for-tat,suspicious-tit-for-tat,grim-trigger,"
              + "win-stay-lose-shift,tit-for-two-tats",
      description = "The strategies of the mixture (default: ${DEFAULT-VALUE}).")
  private String strategies;

  @Option(
      names = "--independent",
      paramLabel = "UNIT",
      defaultValue = "match",
      description =
          "What is independent and keeps to one strategy: match or player (default:"
              + " ${DEFAULT-VALUE}).")
  private Independence independence;

  @Option(
      names = "--nearest",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many of the nearest strategies are listed (default: ${DEFAULT-VALUE}).")
  private int nearest;

  @Option(
      names = "--memory",
      paramLabel = "N",
      defaultValue = "0",
      description = "Also P(C) after the last N rounds and after whole histories of up to N.")
  private int memory;

  @Option(
      names = "--bootstrap",
      paramLabel = "B",
      defaultValue = "1000",
      description = "How many resamples errors rest on (default: ${DEFAULT-VALUE}).")
  private int resamples;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Of the resamples.")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object per figure.")
  private boolean json;

  @Option(names = "--out", paramLabel = "DIR", description = "Write analysis.csv here.")
  private @Nullable Path out;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public AnalyseCommand() {}

  @Override
  public Integer call() {
    require(resamples >= LEAST_RESAMPLES, "--bootstrap is at least " + LEAST_RESAMPLES + ".");
    require(memory >= 0 && memory <= MOST_MEMORY, "--memory goes from 0 to " + MOST_MEMORY + ".");
    require(nearest >= 0, "--nearest is not below 0.");
    Analysis analysis =
        new Analysis(
            Strategies.list(strategies), independence, memory, nearest, resamples, new Seed(seed));
    MatchRecords records = selection.records();
    List<ObservedPlay> observed = selection.observed(records);
    PrintWriter errors = specification.commandLine().getErr();
    if (records.failed() > 0) {
      errors.println(records.failed() + " lines are errors and are left out.");
      errors.flush();
    }
    List<AnalysisFigure> figures = analysis.of(observed);
    if (out != null) {
      AnalysisFolder.write(out, figures);
    }
    PrintWriter output = specification.commandLine().getOut();
    if (json) {
      figures.forEach(figure -> JsonLines.print(output, figure.fields()));
    } else {
      output.println(head(records.matches(), observed));
      output.println();
      AnalysisText.print(output, shown(figures, observed));
    }
    output.flush();
    return 0;
  }

  private List<AnalysisFigure> shown(List<AnalysisFigure> figures, List<ObservedPlay> observed) {
    long names = observed.stream().map(ObservedPlay::player).distinct().count();
    return names <= MOST_TABLES
        ? figures
        : figures.stream().filter(figure -> figure.player().equals(AnalysisFigure.ALL)).toList();
  }

  private static String head(List<PlayedMatch> played, List<ObservedPlay> observed) {
    long names = observed.stream().map(ObservedPlay::player).distinct().count();
    long decisions = observed.stream().mapToLong(one -> one.play().rounds()).sum();
    return played.size()
        + (played.size() == 1 ? " match of " : " matches of ")
        + played.stream()
            .map(match -> match.game().name())
            .distinct()
            .collect(Collectors.joining(", "))
        + ", "
        + decisions
        + " decisions of "
        + names
        + " players"
        + (names > MOST_TABLES ? "; --json and --out have each player's figures" : "");
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw new ParameterException(specification.commandLine(), problem);
    }
  }
}
