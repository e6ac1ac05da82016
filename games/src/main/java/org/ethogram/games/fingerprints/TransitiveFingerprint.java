package org.ethogram.games.fingerprints;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Progress;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.longrun.Automaton;
import org.ethogram.games.longrun.Encounter;
import org.ethogram.games.longrun.Frequencies;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.strategies.DilemmaPlayer;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.MemoryOne;

/**
 * How often a strategy cooperates in each round against each of several opponents, as
 * Axelrod-Python takes its transitive fingerprints; usually against random players that cooperate
 * ever more often.
 *
 * @param opponents the rows
 * @param rates for each opponent the rate in each round; exact ones have a denominator of 1
 */
public record TransitiveFingerprint(
    String strategy, List<String> opponents, Basis basis, List<List<Ratio>> rates) {
  public TransitiveFingerprint {
    opponents = List.copyOf(opponents);
    rates = rates.stream().map(List::copyOf).toList();
  }

  /** Players that cooperate with chances evenly apart from 0 to 1, whatever happens. */
  public static List<DilemmaStrategy> randomOpponents(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            index -> {
              double p = count == 1 ? 0.5 : index / (count - 1.0);
              return (DilemmaStrategy) new MemoryOne("random(" + p + ")", p, p, p, p, p);
            })
        .toList();
  }

  /**
   * @param basis the rounds, and matches where they are simulated; not a long run
   */
  public static TransitiveFingerprint take(
      Game game,
      DilemmaStrategy strategy,
      List<DilemmaStrategy> opponents,
      Basis basis,
      Seed seed,
      Progress progress) {
    AtomicInteger done = new AtomicInteger();
    try (Progress.Task task =
        progress.begin("transitive fingerprint", opponents.size(), "opponents")) {
      List<List<Ratio>> rates =
          IntStream.range(0, opponents.size())
              .parallel()
              .mapToObj(
                  index -> {
                    DilemmaStrategy opponent = opponents.get(index);
                    List<Ratio> ofOpponent =
                        switch (basis) {
                          case Basis.Expected(int rounds) ->
                              expected(game, strategy, opponent, rounds);
                          case Basis.Simulated(int rounds, int matches) ->
                              simulated(
                                  game,
                                  strategy,
                                  opponent,
                                  rounds,
                                  matches,
                                  seed.derive("transitive fingerprint", index));
                          case Basis.LongRun() ->
                              throw new IllegalArgumentException("a fingerprint by round ends");
                        };
                    task.report(done.incrementAndGet(), Map.of());
                    return ofOpponent;
                  })
              .toList();
      List<String> names = opponents.stream().map(DilemmaStrategy::name).toList();
      return new TransitiveFingerprint(strategy.name(), names, basis, rates);
    }
  }

  private static List<Ratio> expected(
      Game game, DilemmaStrategy strategy, DilemmaStrategy opponent, int rounds) {
    return new Encounter(Automaton.of(strategy, game), Automaton.of(opponent, game), 0)
        .firstRounds(rounds).stream()
            .map(Frequencies::cooperation)
            .map(rate -> new Ratio(Math.clamp(rate, 0.0, 1.0), 1))
            .toList();
  }

  private static List<Ratio> simulated(
      Game game,
      DilemmaStrategy strategy,
      DilemmaStrategy opponent,
      int rounds,
      int matches,
      Seed seed) {
    int[] cooperations = new int[rounds];
    Horizon horizon = new Horizon.Known(rounds);
    for (int match = 0; match < matches; match++) {
      RandomGenerator random = seed.derive("match", match).generator();
      DilemmaPlayer one = strategy.begin(new Seat(game, 0, horizon));
      DilemmaPlayer other = opponent.begin(new Seat(game, 1, horizon));
      for (int round = 0; round < rounds; round++) {
        boolean x = random.nextDouble() < one.cooperation();
        boolean y = random.nextDouble() < other.cooperation();
        cooperations[round] += x ? 1 : 0;
        one.observe(x, y);
        other.observe(y, x);
      }
    }
    return IntStream.of(cooperations).mapToObj(count -> new Ratio(count, matches)).toList();
  }
}
