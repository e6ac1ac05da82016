package org.ethogram.cli.games;

import java.util.Optional;
import java.util.OptionalInt;
import org.ethogram.games.formats.MatchTerms;
import org.ethogram.games.play.Discounting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which terms a command's matches are played. */
final class TermsOptions {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How many rounds; the most that are played where the end comes by chance.")
  private @Nullable Integer rounds;

  @Option(
      names = "--horizon",
      defaultValue = "known",
      paramLabel = "known|unknown|P",
      description =
          "Whether players know how many rounds there are, or the chance of one round more after"
              + " each, such as 0.9.")
  private String horizon;

  @Option(
      names = "--noise",
      defaultValue = "0",
      paramLabel = "P",
      description = "The chance that a player does not do what it intended, each round.")
  private double noise;

  @Option(
      names = "--misperception",
      defaultValue = "0",
      paramLabel = "P",
      description = "The chance that a player mistakes what another did, each round.")
  private double misperception;

  @Option(
      names = "--discount",
      paramLabel = "D",
      description = "Later payoffs count less: round t by D^(t-1), D above 0 and at most 1.")
  private @Nullable Double discount;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  TermsOptions() {}

  MatchTerms terms() {
    return new MatchTerms(
        MatchTerms.horizon(horizon, rounds == null ? OptionalInt.empty() : OptionalInt.of(rounds)),
        noise,
        misperception,
        Optional.ofNullable(discount).map(Discounting::new));
  }
}
