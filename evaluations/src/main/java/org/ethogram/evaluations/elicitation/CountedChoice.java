package org.ethogram.evaluations.elicitation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.Ratio;

/**
 * What a model that was asked several times chose: an estimate, where probabilities cannot be had.
 *
 * @param counts of answers that were each option, in the order of the options
 * @param unmatched answers that were no option
 * @param refused answers that were declined
 */
public record CountedChoice(
    List<String> options, List<Integer> counts, int unmatched, int refused) {
  public CountedChoice {
    options = List.copyOf(options);
    counts = List.copyOf(counts);
  }

  /** How often the model was asked. */
  public int asked() {
    return matched() + unmatched + refused;
  }

  /** How many answers were an option. */
  public int matched() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** Of the answers that were an option, those that were this one. */
  public Ratio share(int option) {
    return new Ratio(counts.get(option), matched());
  }

  /** The shares as a choice; empty where no answer was an option. */
  public Optional<ForcedChoice> estimate() {
    return matched() == 0
        ? Optional.empty()
        : Optional.of(
            new ForcedChoice(
                options,
                IntStream.range(0, options.size())
                    .mapToObj(option -> share(option).value().orElseThrow())
                    .toList(),
                (double) matched() / asked()));
  }
}
