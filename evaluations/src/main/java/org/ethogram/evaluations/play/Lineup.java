package org.ethogram.evaluations.play;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who sits where in a match.
 *
 * @param name by which results know the opposition, such as {@code tit-for-tat}
 * @param choosers one a seat
 */
public record Lineup(String name, List<Chooser> choosers) {
  public Lineup {
    choosers = List.copyOf(choosers);
  }

  /** The seats at which the subject decides: one, or all of them when it plays itself. */
  public List<Integer> subjectSeats() {
    return IntStream.range(0, choosers.size())
        .filter(seat -> choosers.get(seat) instanceof Chooser.Subject)
        .boxed()
        .toList();
  }
}
