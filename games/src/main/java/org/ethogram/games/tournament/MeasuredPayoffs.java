package org.ethogram.games.tournament;

import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.strategies.DilemmaStrategy;

/** What strategies earn a round from each other, as a round robin with self-play measures it. */
public final class MeasuredPayoffs {
  private MeasuredPayoffs() {}

  /**
   * @throws EthogramException {@code INVALID_DATA} where chance decides and there is one repetition
   *     only, so that no error can be stated
   */
  public static PayoffMatrix of(
      Terms terms, List<DilemmaStrategy> field, int repetitions, Seed seed, Progress progress) {
    Standings standings =
        Tournament.roundRobin(terms, field, repetitions, true).play(seed, progress);
    int size = field.size();
    double[][] means = new double[size][size];
    double[][] errors = new double[size][size];
    for (int player = 0; player < size; player++) {
      for (int opponent = 0; opponent < size; opponent++) {
        Mean payoff = standings.encounter(player, opponent).orElseThrow().payoff();
        means[player][opponent] = payoff.value();
        errors[player][opponent] =
            payoff
                .standardError()
                .orElseThrow(
                    () ->
                        new EthogramException(
                            ErrorCode.INVALID_DATA,
                            "tournament",
                            "one repetition of matches that chance decides has no standard error",
                            "Give at least two repetitions"));
      }
    }
    return new PayoffMatrix(names(field), means, errors);
  }

  /** The strategies' names; one that is there again has its number beside it. */
  private static List<String> names(List<DilemmaStrategy> field) {
    List<String> names = field.stream().map(Strategy::name).toList();
    return IntStream.range(0, names.size())
        .mapToObj(
            index -> {
              long before =
                  names.subList(0, index).stream().filter(names.get(index)::equals).count();
              return before == 0 ? names.get(index) : names.get(index) + " #" + (before + 1);
            })
        .toList();
  }
}
