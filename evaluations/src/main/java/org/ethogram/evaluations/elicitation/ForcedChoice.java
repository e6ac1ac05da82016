package org.ethogram.evaluations.elicitation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.ContinuationScore;

/**
 * What a model that may only say one of a few texts would say.
 *
 * @param options the texts, at least one
 * @param probabilities of the options, in their order; they sum to 1
 * @param mass the probability that the model itself gave to the options together, in (0, 1]: how
 *     much of its answer the choice is about
 */
public record ForcedChoice(List<String> options, List<Double> probabilities, double mass) {
  public ForcedChoice {
    options = List.copyOf(options);
    probabilities = List.copyOf(probabilities);
  }

  /**
   * The softmax over the options' log-probabilities.
   *
   * @throws EthogramException {@code NOT_FINITE} when a log-probability is no number, or when the
   *     model holds every option to be impossible
   */
  public static ForcedChoice among(List<ContinuationScore> scores) {
    double[] logs = scores.stream().mapToDouble(ContinuationScore::logProbability).toArray();
    double largest = Arrays.stream(logs).max().orElse(Double.NaN);
    if (!Double.isFinite(largest) || Arrays.stream(logs).anyMatch(Double::isNaN)) {
      throw new EthogramException(
          ErrorCode.NOT_FINITE,
          "options " + scores.stream().map(ContinuationScore::continuation).toList(),
          "log-probabilities " + Arrays.toString(logs),
          "Check the weights of the model: it gives no probability to choose by");
    }
    double[] weights = Arrays.stream(logs).map(log -> Math.exp(log - largest)).toArray();
    double total = Arrays.stream(weights).sum();
    return new ForcedChoice(
        scores.stream().map(ContinuationScore::continuation).toList(),
        Arrays.stream(weights).mapToObj(weight -> weight / total).toList(),
        Math.min(1, total * Math.exp(largest)));
  }

  public double probability(int option) {
    return probabilities.get(option);
  }

  /**
   * 1 when this option alone is the most probable, 1/k when it shares that place with k - 1 others,
   * else 0: a guesser gets what chance gives, whatever the order of the options.
   */
  public double credit(int option) {
    double best = probabilities.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    long sharing = probabilities.stream().filter(probability -> probability == best).count();
    return probability(option) == best ? 1.0 / sharing : 0;
  }

  /** The most probable option; the first of several. */
  public int mostProbable() {
    return IntStream.range(0, options.size())
        .reduce((best, next) -> probability(next) > probability(best) ? next : best)
        .orElseThrow();
  }
}
