package org.ethogram.games.tournament;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.strategies.DilemmaStrategy;

/**
 * Strategies meet in pairs, several times (Axelrod 1980).
 *
 * <p>Matches are counted as they end and then forgotten, so memory grows with the pairs and with
 * players times repetitions, never with the rounds. Results depend on the seed alone, whatever the
 * number of threads.
 *
 * @param repetitions how often each pair meets, at least 1
 */
public record Tournament(
    Terms terms, List<DilemmaStrategy> field, Pairings pairings, int repetitions) {
  /** Payoffs of single matches that are held until their meetings are added up. */
  private static final int PAYOFFS_AT_ONCE = 4_000_000;

  /** Scores of single repetitions, of all players together. */
  private static final int MOST_SCORES = 50_000_000;

  public Tournament {
    field = List.copyOf(field);
    if (field.size() != pairings.players()) {
      throw invalid(
          field.size() + " strategies for " + pairings.players() + " players",
          "Give one strategy a player");
    }
    if (repetitions < 1) {
      throw invalid(repetitions + " repetitions", "Give at least one repetition");
    }
    if ((long) repetitions * field.size() > MOST_SCORES) {
      throw invalid(
          repetitions + " repetitions of " + field.size() + " players do not fit in memory",
          "Give at most " + MOST_SCORES / field.size() + " repetitions");
    }
  }

  /**
   * Everybody meets everybody.
   *
   * @param selfPlay whether each strategy also meets a copy of itself
   */
  public static Tournament roundRobin(
      Terms terms, List<DilemmaStrategy> field, int repetitions, boolean selfPlay) {
    return new Tournament(terms, field, Pairings.roundRobin(field.size(), selfPlay), repetitions);
  }

  /** Plays all meetings on the machine's cores. */
  public Standings play(Seed seed, Progress progress) {
    Standings standings = new Standings(this);
    AtomicLong done = new AtomicLong();
    List<Pairings.Pair> pairs = pairings.pairs();
    try (Progress.Task task = progress.begin("tournament", pairs.size(), "meetings")) {
      int atOnce = Math.clamp(PAYOFFS_AT_ONCE / repetitions, 4, 1024);
      for (int from = 0; from < pairs.size(); from += atOnce) {
        pairs.subList(from, Math.min(pairs.size(), from + atOnce)).parallelStream()
            .map(
                pair -> {
                  Meeting meeting = meet(pair, seed);
                  task.report(done.incrementAndGet(), Map.of());
                  return meeting;
                })
            .toList()
            .forEach(standings::add);
      }
    }
    return standings;
  }

  private Meeting meet(Pairings.Pair pair, Seed seed) {
    DilemmaMatch match = new DilemmaMatch(terms, field.get(pair.first()), field.get(pair.second()));
    Seed ofPair = seed.derive("meeting " + pair.first() + " " + pair.second());
    return Meeting.of(pair, match, repetitions, ofPair);
  }

  private static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "tournament", problem, remedy);
  }
}
