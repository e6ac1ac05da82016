package org.ethogram.cli.games.evolve;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ethogram.cli.games.options.DilemmaStrategies;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;
import org.ethogram.games.formats.GameSource;
import org.ethogram.games.formats.PayoffCsv;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.PopulationGame;
import org.ethogram.games.populations.RolePayoffs;
import org.ethogram.games.tournament.MeasuredPayoffs;
import org.ethogram.games.tournament.Terms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the payoffs come from: a file, a game, or matches that are played on the spot. */
final class PayoffOptions {
  @Spec(Target.MIXEE)
  private CommandSpec specification;

  @Option(
      names = "--payoffs",
      paramLabel = "FILE",
      description = "Payoffs as CSV: a square, or type,against,payoff,error.")
  private @Nullable Path payoffs;

  @Option(
      names = "--payoff-errors",
      paramLabel = "FILE",
      description = "Standard errors of a square of payoffs, as another square.")
  private @Nullable Path payoffErrors;

  @Option(
      names = "--game",
      paramLabel = "GAME",
      description = "A game of the catalogue or a file; its actions are the types.")
  private @Nullable String game;

  @Option(
      names = "--types",
      split = ",",
      paramLabel = "TYPE",
      description = "Only these types, in this order.")
  private List<String> types = List.of();

  @Option(
      names = {"--players", "--strategies"},
      paramLabel = "STRATEGIES",
      description = "Strategies that play the game repeatedly: they are the types.")
  private @Nullable String players;

  @Option(
      names = "--rounds",
      defaultValue = "200",
      paramLabel = "N",
      description = "Of each match; ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--repetitions",
      defaultValue = "25",
      paramLabel = "N",
      description = "Matches of each pair; ${DEFAULT-VALUE}.")
  private int repetitions;

  @Option(
      names = "--noise",
      defaultValue = "0",
      paramLabel = "P",
      description = "The chance that an action is not the intended one.")
  private double noise;

  @Option(
      names = "--roles",
      description = "A population for each seat, also where the game is symmetric.")
  private boolean roles;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  PayoffOptions() {}

  PopulationGame read(Seed seed, Progress progress) {
    if ((payoffs == null) == (game == null)) {
      throw invalid(
          payoffs == null
              ? "Payoffs are needed: --payoffs FILE or --game GAME."
              : "One of --payoffs and --game is needed, not both.");
    }
    if (payoffErrors != null && payoffs == null) {
      throw invalid("--payoff-errors stand beside --payoffs.");
    }
    if (payoffs != null) {
      if (players != null) {
        throw invalid("--players play a --game, they have no --payoffs.");
      }
      return kept(PayoffCsv.read(payoffs, Optional.ofNullable(payoffErrors)));
    }
    Game read = GameSource.read(game);
    if (players != null) {
      Terms terms = Terms.of(read, new Horizon.Known(rounds)).withNoise(noise);
      return kept(
          MeasuredPayoffs.of(
              terms,
              DilemmaStrategies.list(players),
              repetitions,
              seed.derive("matches"),
              progress));
    }
    return kept(
        read.seats() == 2 && read.isSymmetric() && !roles ? matrix(read) : RolePayoffs.exact(read));
  }

  private static PayoffMatrix matrix(Game game) {
    int size = game.actions(0).size();
    double[][] means = new double[size][size];
    for (int type = 0; type < size; type++) {
      for (int from = 0; from < size; from++) {
        means[type][from] = game.payoff(0, type, from);
      }
    }
    return PayoffMatrix.exact(game.actions(0), means);
  }

  private PopulationGame kept(PopulationGame all) {
    if (types.isEmpty()) {
      return all;
    }
    if (!(all instanceof PayoffMatrix matrix)) {
      throw invalid("--types choose among those of one population; this game has several.");
    }
    int[] chosen = types.stream().mapToInt(name -> known(name, matrix.types())).toArray();
    if (Arrays.stream(chosen).distinct().count() < chosen.length) {
      throw invalid("--types: a type is named twice.");
    }
    return matrix.only(chosen);
  }

  static int known(String name, List<String> types) {
    for (int type = 0; type < types.size(); type++) {
      if (Suggestion.plain(types.get(type)).equals(Suggestion.plain(name))) {
        return type;
      }
    }
    throw new EthogramException(
        ErrorCode.INVALID_DATA,
        "type '" + name + "'",
        "no type of this name",
        Suggestion.remedy(name, types));
  }

  private ParameterException invalid(String message) {
    return new ParameterException(specification.commandLine(), message);
  }
}
