package org.ethogram.games.transformations;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.PayoffRule;

/**
 * Payoffs in other units: every payoff x of a seat becomes {@code scale * x + shift}. Best replies
 * and equilibria stay as they are (von Neumann & Morgenstern 1944); with different units for
 * different seats, what is best for all together may not.
 *
 * @param scales above 0, one a seat or one for all
 * @param shifts one a seat or one for all
 */
public record Affine(List<Double> scales, List<Double> shifts) {
  public Affine {
    scales = List.copyOf(scales);
    shifts = List.copyOf(shifts);
  }

  /**
   * @throws EthogramException {@code INVALID_DATA} for a scale that is not above 0, numbers that
   *     are not finite or not as many as seats, and payoffs that grow out of range
   */
  public Game of(Game game) {
    List<Double> scale = eachSeat(game, "scale", scales);
    List<Double> shift = eachSeat(game, "shift", shifts);
    for (double factor : scale) {
      if (!(factor > 0)) {
        throw invalid(
            game, "a scale of " + factor + " would turn the game round", "Give a scale above 0");
      }
    }
    return PayoffRule.game(
        game.name(),
        IntStream.range(0, game.seats()).mapToObj(game::actions).toList(),
        (seat, profile) -> scale.get(seat) * game.payoff(seat, profile) + shift.get(seat));
  }

  private static List<Double> eachSeat(Game game, String what, List<Double> numbers) {
    if (numbers.size() != 1 && numbers.size() != game.seats()) {
      throw invalid(
          game,
          numbers.size() + " numbers for the " + what + " of " + game.seats() + " seats",
          "Give one number for all or one for each seat");
    }
    if (numbers.stream().anyMatch(number -> !Double.isFinite(number))) {
      throw invalid(game, "a " + what + " of " + numbers, "Give finite numbers");
    }
    return numbers.size() == 1 ? Collections.nCopies(game.seats(), numbers.getFirst()) : numbers;
  }

  private static EthogramException invalid(Game game, String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "game '" + game.name() + "'", problem, remedy);
  }
}
