package org.ethogram.cli.games;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ethogram.cli.games.options.FigureOptions;
import org.ethogram.core.Progress;
import org.ethogram.games.ecology.EcologicalHistory;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.report.figure.FigureFiles;
import org.ethogram.report.text.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethogram games ecology}. */
@Command(
    name = "ecology",
    description =
        "An ecological tournament (Axelrod 1984): strategies return in proportion to their scores"
            + " against those that are there.",
    mixinStandardHelpOptions = true)
final class EcologyCommand implements Callable<Integer> {
  private static final int MOST_GENERATIONS = 1_000_000;

  @Mixin private TypesOptions types;

  @Option(
      names = "--generations",
      defaultValue = "1000",
      paramLabel = "N",
      description = "After the first; ${DEFAULT-VALUE}.")
  private int generations;

  @Option(
      names = "--start",
      paramLabel = "SHARES",
      description = "One number a type, parted by commas; equal shares unless given.")
  private @Nullable String start;

  @Option(
      names = "--resamples",
      defaultValue = "400",
      paramLabel = "N",
      description =
          "Payoff matrices drawn for the intervals of the last shares;" + " ${DEFAULT-VALUE}.")
  private int resamples;

  @Mixin private FigureOptions options;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  EcologyCommand() {}

  @Override
  public Integer call() {
    if (generations < 1 || generations > MOST_GENERATIONS || resamples < 2) {
      throw options.invalid(
          "--generations is 1 to " + MOST_GENERATIONS + " and --resamples at least 2.");
    }
    Progress progress = options.progress();
    PayoffMatrix payoffs = types.matrix(options.seed().derive("matches"), progress);
    double[] shares = SharesOption.read("--start", start, payoffs.size());
    EcologicalHistory history =
        EcologicalHistory.of(
            payoffs, shares, generations, resamples, options.seed().derive("resamples"));
    SharesFigures figures = new SharesFigures("ecology", history.types(), history.generations());
    options.write(
        folder ->
            Stream.of(
                    FigureFiles.write(folder, figures.stacked("An ecological tournament")),
                    FigureFiles.write(folder, figures.lines()))
                .flatMap(List::stream)
                .toList());
    if (options.isJson()) {
      EcologyResults.json(history).forEach(options::print);
    } else {
      options.print(TextTable.lines(EcologyResults.table(history)));
      options.print(List.of(EcologyResults.note(history)));
    }
    return 0;
  }
}
