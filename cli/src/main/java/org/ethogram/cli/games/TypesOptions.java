package org.ethogram.cli.games;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ethogram.cli.games.options.DilemmaStrategies;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.formats.PayoffCsv;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.tournament.MeasuredPayoffs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The types of a population: strategies that play, or a matrix of what they earn. */
final class TypesOptions {
  @ArgGroup(exclusive = true, multiplicity = "1")
  private Source source;

  @Option(
      names = {"--payoff-errors", "--errors"},
      paramLabel = "FILE.csv",
      description = "With a square of --payoffs: the standard errors, as another square.")
  private @Nullable Path errors;

  @Mixin private MatchOptions matches;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  TypesOptions() {}

  /** One of the two. */
  static final class Source {
    @Option(
        names = {"--players", "--strategies"},
        required = true,
        paramLabel = "LIST",
        description = "Strategies parted by commas, or a field such as first-tournament.")
    private @Nullable String strategies;

    @Option(
        names = "--payoffs",
        required = true,
        paramLabel = "FILE.csv",
        description = "What each type earns from each: a square, or a row for each pair.")
    private @Nullable Path payoffs;
  }

  MatchOptions matches() {
    return matches;
  }

  /** Empty where a matrix was given. */
  List<DilemmaStrategy> strategies() {
    return source.strategies == null ? List.of() : DilemmaStrategies.list(source.strategies);
  }

  PayoffMatrix matrix(Seed seed, Progress progress) {
    if (source.payoffs != null) {
      return read(source.payoffs);
    }
    if (errors != null) {
      throw new EthogramException(
          ErrorCode.USAGE, "--errors", "there is no square of payoffs", "Give --payoffs as well");
    }
    return MeasuredPayoffs.of(matches.terms(), strategies(), matches.repetitions(), seed, progress);
  }

  private PayoffMatrix read(Path payoffs) {
    if (PayoffCsv.read(payoffs, Optional.ofNullable(errors)) instanceof PayoffMatrix matrix) {
      return matrix;
    }
    throw new EthogramException(
        ErrorCode.INVALID_DATA,
        payoffs.toString(),
        "payoffs of two populations",
        "Give those of the types of one population among each other");
  }
}
