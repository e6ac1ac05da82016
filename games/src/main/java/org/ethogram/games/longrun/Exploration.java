package org.ethogram.games.longrun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.strategies.DilemmaPlayer;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.strategies.StrategyCard;

/**
 * The states of a strategy, found by playing every round that leads to a new one.
 *
 * <p>A state is what the player says decides its further choices ({@link DilemmaPlayer#state});
 * where it does not say, it is as many of the last rounds as its card says it remembers, and that
 * is then put to the test on long random histories.
 */
final class Exploration {
  /** The length of the match, which no player is told. */
  private static final Horizon UNTOLD = new Horizon.Unknown(1);

  private static final int MOST_STATES = 1500;
  private static final int HISTORIES = 50;
  private static final int LENGTH = 100;
  private static final Seed TESTS = new Seed(0);

  private final DilemmaStrategy strategy;
  private final Seat seat;
  private final OptionalInt memory;
  private final Map<Object, Integer> indices = new HashMap<>();

  /** What was played to come to each state. */
  private final List<List<Outcome>> ways = new ArrayList<>();

  Exploration(DilemmaStrategy strategy, Seat seat) {
    this.strategy = strategy;
    this.seat = new Seat(seat.game(), seat.number(), UNTOLD);
    this.memory = player(List.of()).state().isPresent() ? OptionalInt.empty() : remembered();
  }

  Automaton automaton() {
    List<Automaton.State> states = new ArrayList<>();
    enter(List.of());
    for (int index = 0; index < ways.size(); index++) {
      List<Outcome> way = ways.get(index);
      List<Integer> next = new ArrayList<>();
      for (Outcome outcome : Outcome.ALL) {
        List<Outcome> longer = new ArrayList<>(way);
        longer.add(outcome);
        next.add(enter(longer));
      }
      states.add(new Automaton.State(player(way).cooperation(), next));
    }
    Automaton automaton = new Automaton(strategy.name(), states);
    if (memory.isPresent()) {
      test(automaton);
    }
    return automaton;
  }

  /** The index of the state that this play leads to. */
  private int enter(List<Outcome> way) {
    Object state =
        memory.isPresent()
            ? way.subList(Math.max(0, way.size() - memory.getAsInt()), way.size())
            : player(way).state().orElseThrow();
    return indices.computeIfAbsent(
        state,
        _ -> {
          if (ways.size() == MOST_STATES) {
            throw invalid("it has more than " + MOST_STATES + " states");
          }
          ways.add(List.copyOf(way));
          return ways.size() - 1;
        });
  }

  private DilemmaPlayer player(List<Outcome> way) {
    DilemmaPlayer player = strategy.begin(seat);
    way.forEach(outcome -> player.observe(outcome.self(), outcome.other()));
    return player;
  }

  private OptionalInt remembered() {
    OptionalInt rounds =
        Strategies.cards().stream()
            .filter(card -> card.name().equals(strategy.name()))
            .map(StrategyCard::memory)
            .findFirst()
            .orElse(OptionalInt.empty());
    if (rounds.isEmpty()) {
      throw invalid("it is not known to have finitely many states");
    }
    return rounds;
  }

  /** A card may count only the rounds a rule looks at, and the rule may count rounds beside. */
  private void test(Automaton automaton) {
    for (int history = 0; history < HISTORIES; history++) {
      RandomGenerator random = TESTS.derive("history", history).generator();
      DilemmaPlayer player = player(List.of());
      Automaton.State state = automaton.states().getFirst();
      for (int round = 0; round < LENGTH; round++) {
        if (player.cooperation() != state.cooperation()) {
          throw invalid("it depends on more than the rounds that it is said to remember");
        }
        Outcome outcome = Outcome.of(random.nextBoolean(), random.nextBoolean());
        player.observe(outcome.self(), outcome.other());
        state = automaton.states().get(state.after(outcome));
      }
    }
  }

  private EthogramException invalid(String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        "strategy '" + strategy.name() + "'",
        problem,
        "Choose a strategy of finite memory, or simulate it");
  }
}
