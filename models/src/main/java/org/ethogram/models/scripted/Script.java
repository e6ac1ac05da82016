package org.ethogram.models.scripted;

/** How a scripted model answers; a pure function of what it is asked. */
@FunctionalInterface
public interface Script {
  /**
   * The probability that {@code continuation} follows {@code prompt}, in [0, 1].
   *
   * <p>Over all continuations that differ from their first character on, the probabilities sum to
   * at most 1; what is missing is text that nobody asked about.
   */
  double probability(String prompt, String continuation);
}
