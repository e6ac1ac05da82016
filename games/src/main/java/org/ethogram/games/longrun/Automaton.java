package org.ethogram.games.longrun;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.MemoryOne;

/**
 * A strategy with finitely many states: each has a chance of cooperation, and what was played leads
 * to the next (Rubinstein 1986; with chances of cooperation a finite-state controller).
 *
 * @param states the first is where a match begins
 */
public record Automaton(String name, List<State> states) {
  /**
   * @param cooperation the intended chance of cooperation
   * @param next the index of the next state after CC, CD, DC and DD, own action first
   */
  public record State(double cooperation, List<Integer> next) {
    public State {
      next = List.copyOf(next);
      if (!(cooperation >= 0 && cooperation <= 1) || next.size() != Outcome.ALL.size()) {
        throw new IllegalArgumentException(
            "not a state: cooperation " + cooperation + ", next " + next);
      }
    }

    int after(Outcome outcome) {
      return next.get(outcome.index());
    }
  }

  public Automaton {
    states = List.copyOf(states);
    int size = states.size();
    for (State state : states) {
      state.next().forEach(index -> Objects.checkIndex(index, size));
    }
  }

  /** The five states of a memory-one strategy: the first round, and after CC, CD, DC and DD. */
  public static Automaton of(MemoryOne strategy) {
    List<Integer> next = List.of(1, 2, 3, 4);
    return new Automaton(
        strategy.name(),
        List.of(
            new State(strategy.first(), next),
            new State(strategy.afterCC(), next),
            new State(strategy.afterCD(), next),
            new State(strategy.afterDC(), next),
            new State(strategy.afterDD(), next)));
  }

  /**
   * The states that a strategy passes through in a game of two players and two actions.
   *
   * @throws EthogramException {@code INVALID_DATA} where the strategy is not known to have finitely
   *     many states, or has more than can be followed
   */
  public static Automaton of(Strategy strategy, Game game) {
    if (!(strategy instanceof DilemmaStrategy dilemma) || !Encounter.suits(game)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategy '" + strategy.name() + "' in '" + game.name() + "'",
          "only cooperation and defection between two players can be followed exactly",
          "Choose a game of two players and two actions");
    }
    return new Exploration(dilemma, new Seat(game, 0, new Horizon.Unknown(1))).automaton();
  }

  /** As a memory-one strategy, where nothing but the last round ever matters. */
  public Optional<MemoryOne> memoryOne() {
    double[] after = new double[Outcome.ALL.size()];
    for (Outcome outcome : Outcome.ALL) {
      double[] chances =
          states.stream()
              .mapToDouble(state -> states.get(state.after(outcome)).cooperation())
              .distinct()
              .toArray();
      if (chances.length != 1) {
        return Optional.empty();
      }
      after[outcome.index()] = chances[0];
    }
    double first = states.getFirst().cooperation();
    return Optional.of(new MemoryOne(name, first, after[0], after[1], after[2], after[3]));
  }
}
