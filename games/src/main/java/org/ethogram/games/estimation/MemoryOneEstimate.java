package org.ethogram.games.estimation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ethogram.core.Ratio;
import org.ethogram.games.measures.Cooperation;
import org.ethogram.games.measures.Play;
import org.ethogram.games.strategies.MemoryOne;

/**
 * The memory-one strategy that makes observed play most probable: the observed rates of cooperation
 * in the first round and after CC, CD, DC and DD, own action first (the maximum of the likelihood,
 * Anderson & Goodman 1957).
 */
public record MemoryOneEstimate(
    Ratio first, Ratio afterCC, Ratio afterCD, Ratio afterDC, Ratio afterDD) {
  public static MemoryOneEstimate of(List<Play> plays) {
    return new MemoryOneEstimate(
        pooled(plays, Cooperation::firstMove),
        pooled(plays, play -> Cooperation.after(play, true, true)),
        pooled(plays, play -> Cooperation.after(play, true, false)),
        pooled(plays, play -> Cooperation.after(play, false, true)),
        pooled(plays, play -> Cooperation.after(play, false, false)));
  }

  /** The strategy; empty where one of the five was never seen. */
  public Optional<MemoryOne> strategy(String name) {
    return Stream.of(first, afterCC, afterCD, afterDC, afterDD)
            .anyMatch(ratio -> ratio.value().isEmpty())
        ? Optional.empty()
        : Optional.of(
            new MemoryOne(
                name,
                first.value().getAsDouble(),
                afterCC.value().getAsDouble(),
                afterCD.value().getAsDouble(),
                afterDC.value().getAsDouble(),
                afterDD.value().getAsDouble()));
  }

  private static Ratio pooled(List<Play> plays, Function<Play, Ratio> rate) {
    return plays.stream().map(rate).reduce(Ratio.UNDEFINED, Ratio::plus);
  }
}
