package org.ethogram.cli.games;

import org.ethogram.games.formats.GameSource;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.tournament.Terms;
import picocli.CommandLine.Option;

/** What is played wherever two strategies of a command meet. */
final class MatchOptions {
  @Option(
      names = "--game",
      defaultValue = "prisoners-dilemma",
      paramLabel = "GAME",
      description = "A game of the catalogue, or a file; ${DEFAULT-VALUE}.")
  private String game;

  @Option(
      names = {"--rounds", "--turns"},
      defaultValue = "200",
      paramLabel = "N",
      description = "Rounds of a match, known to the players; ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--repetitions",
      defaultValue = "10",
      paramLabel = "N",
      description = "Matches of a pair; ${DEFAULT-VALUE}.")
  private int repetitions;

  @Option(
      names = "--noise",
      defaultValue = "0",
      paramLabel = "P",
      description = "The chance that an action turns into its opposite; ${DEFAULT-VALUE}.")
  private double noise;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  MatchOptions() {}

  Terms terms() {
    return Terms.of(GameSource.read(game), new Horizon.Known(rounds)).withNoise(noise);
  }

  int repetitions() {
    return repetitions;
  }
}
