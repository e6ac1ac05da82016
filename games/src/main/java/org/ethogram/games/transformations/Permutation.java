package org.ethogram.games.transformations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.PayoffRule;

/**
 * Another order of actions or seats: the same game, told differently.
 *
 * @param order at each new place the old place, from 0, each once
 */
public record Permutation(List<Integer> order) {
  public Permutation {
    order = List.copyOf(order);
  }

  /** The order that turns this many things round. */
  public static Permutation reversal(int size) {
    return new Permutation(IntStream.range(0, size).mapToObj(at -> size - 1 - at).toList());
  }

  /**
   * The game with the actions of one seat in this order.
   *
   * @throws EthogramException {@code INVALID_DATA} when the order does not fit
   */
  public Game ofActions(Game game, int seat) {
    check(game, game.actions(seat).size(), "actions of seat " + (seat + 1));
    List<List<String>> actions = new ArrayList<>(actions(game));
    actions.set(seat, order.stream().map(game.actions(seat)::get).toList());
    return PayoffRule.game(
        game.name(),
        actions,
        (payee, profile) -> {
          int[] old = profile.clone();
          old[seat] = order.get(profile[seat]);
          return game.payoff(payee, old);
        });
  }

  /**
   * The game with its players in this order.
   *
   * @throws EthogramException {@code INVALID_DATA} when the order does not fit
   */
  public Game ofSeats(Game game) {
    check(game, game.seats(), "seats");
    return PayoffRule.game(
        game.name(),
        order.stream().map(game::actions).toList(),
        (seat, profile) -> {
          int[] old = new int[profile.length];
          for (int place = 0; place < profile.length; place++) {
            old[order.get(place)] = profile[place];
          }
          return game.payoff(order.get(seat), old);
        });
  }

  private void check(Game game, int size, String what) {
    if (!order.stream().sorted().toList().equals(IntStream.range(0, size).boxed().toList())) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "game '" + game.name() + "'",
          "an order of "
              + order.stream().map(place -> place + 1).toList()
              + " for "
              + size
              + " "
              + what,
          "Give each number from 1 to " + size + " once");
    }
  }

  private static List<List<String>> actions(Game game) {
    return IntStream.range(0, game.seats()).mapToObj(game::actions).toList();
  }
}
