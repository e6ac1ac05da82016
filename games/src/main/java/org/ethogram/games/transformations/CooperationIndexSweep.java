package org.ethogram.games.transformations;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.Game;

/**
 * A symmetric 2x2 game with another K = (R - P) / (T - S) and the same order of payoffs (Rapoport
 * 1967, A note on the index of cooperation).
 *
 * <p>T, S and the middle of R and P stay; R and P move apart or together.
 */
public final class CooperationIndexSweep {
  private final Game game;
  private final DilemmaPayoffs payoffs;

  /**
   * @throws EthogramException {@code INVALID_DATA} for a game without R, S, T and P, or with T = S
   */
  public CooperationIndexSweep(Game game) {
    this.game = game;
    this.payoffs =
        DilemmaPayoffs.of(game)
            .filter(found -> found.cooperationIndex().isPresent())
            .orElseThrow(
                () ->
                    invalid(
                        game,
                        "K is not defined",
                        "Choose a symmetric 2x2 game with a cooperative action and T other than"
                            + " S"));
  }

  /**
   * @throws EthogramException {@code INVALID_DATA} when this K would change the order of payoffs
   */
  public Game withIndex(double index) {
    Optional<Game> changed =
        Double.isFinite(index)
            ? Optional.of(moved(index)).filter(this::sameOrder)
            : Optional.empty();
    return changed.orElseThrow(
        () ->
            invalid(
                game,
                "K of " + index + " changes the order of payoffs",
                "Give a K nearer to " + payoffs.cooperationIndex().orElseThrow()));
  }

  /** The game at each of these K. */
  public List<Game> withIndices(List<Double> indices) {
    return indices.stream().map(this::withIndex).toList();
  }

  private Game moved(double index) {
    double middle = (payoffs.reward() + payoffs.punishment()) / 2;
    double half = index * (payoffs.temptation() - payoffs.sucker()) / 2;
    return game.cooperativeAction().orElseThrow() == 0
        ? symmetric(middle + half, payoffs.sucker(), payoffs.temptation(), middle - half)
        : symmetric(middle - half, payoffs.temptation(), payoffs.sucker(), middle + half);
  }

  private Game symmetric(double both0, double alone0, double alone1, double both1) {
    return Game.twoPlayer(
        game.name(),
        game.actions(0),
        game.actions(1),
        new double[][] {{both0, alone0}, {alone1, both1}},
        new double[][] {{both0, alone1}, {alone0, both1}});
  }

  private boolean sameOrder(Game changed) {
    List<int[]> profiles = game.profiles();
    return IntStream.range(0, 16)
        .allMatch(
            pair -> {
              int[] one = profiles.get(pair / 4);
              int[] other = profiles.get(pair % 4);
              return Double.compare(game.payoff(0, one), game.payoff(0, other))
                  == Double.compare(changed.payoff(0, one), changed.payoff(0, other));
            });
  }

  private static EthogramException invalid(Game game, String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "game '" + game.name() + "'", problem, remedy);
  }
}
