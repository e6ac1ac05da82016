package org.ethogram.games.populations;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;

/**
 * The game of several populations, one for each seat: everybody meets one drawn from each of the
 * others (Taylor 1979 for two).
 *
 * <p>The types of a population are the actions of its seat. Immutable.
 */
public final class RolePayoffs implements PopulationGame {
  private final Game game;
  private final double[][] errors;

  /**
   * @param errors for each seat the standard errors of the payoffs of all profiles, in the order of
   *     {@link Game#profiles}
   * @throws EthogramException {@code INVALID_DATA} when sizes do not fit or an error is negative or
   *     not finite
   */
  public RolePayoffs(Game game, double[][] errors) {
    this.game = game;
    this.errors = Arrays.stream(errors).map(double[]::clone).toArray(double[][]::new);
    int profiles = game.profiles().size();
    if (errors.length != game.seats()
        || Arrays.stream(errors).anyMatch(ofSeat -> ofSeat.length != profiles)
        || Arrays.stream(errors)
            .flatMapToDouble(Arrays::stream)
            .anyMatch(error -> !(error >= 0) || Double.isInfinite(error))) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "payoffs of '" + game.name() + "'",
          "standard errors that do not fit its payoffs",
          "Give one finite number of at least 0 for each payoff");
    }
  }

  /** Payoffs that are known exactly. */
  public static RolePayoffs exact(Game game) {
    return new RolePayoffs(game, new double[game.seats()][game.profiles().size()]);
  }

  public Game game() {
    return game;
  }

  @Override
  public int populations() {
    return game.seats();
  }

  @Override
  public List<String> types(int population) {
    return game.actions(population);
  }

  @Override
  public double[][] payoffs(double[][] shares) {
    double[][] earned = new double[populations()][];
    for (int seat = 0; seat < earned.length; seat++) {
      earned[seat] = new double[shares[seat].length];
    }
    for (int[] profile : game.profiles()) {
      for (int seat = 0; seat < earned.length; seat++) {
        double met = 1;
        for (int other = 0; other < earned.length; other++) {
          met *= other == seat ? 1 : shares[other][profile[other]];
        }
        earned[seat][profile[seat]] += met * game.payoff(seat, profile);
      }
    }
    return earned;
  }

  @Override
  public boolean isExact() {
    return Arrays.stream(errors).flatMapToDouble(Arrays::stream).allMatch(error -> error == 0);
  }

  @Override
  public RolePayoffs resampled(RandomGenerator random) {
    List<int[]> profiles = game.profiles();
    double[][] drawn = new double[game.seats()][profiles.size()];
    for (int seat = 0; seat < drawn.length; seat++) {
      for (int index = 0; index < profiles.size(); index++) {
        drawn[seat][index] =
            game.payoff(seat, profiles.get(index)) + errors[seat][index] * random.nextGaussian();
      }
    }
    List<List<String>> actions = IntStream.range(0, game.seats()).mapToObj(game::actions).toList();
    return new RolePayoffs(Game.of(game.name(), actions, drawn), errors);
  }
}
