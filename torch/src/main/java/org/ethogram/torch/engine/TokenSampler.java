package org.ethogram.torch.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.models.Sampling;

/**
 * Draws tokens for one request from a stream of its own.
 *
 * <p>Source of the rule that keeps the most probable tokens: Holtzman et al. 2020, "The Curious
 * Case of Neural Text Degeneration", section 3.1.
 */
final class TokenSampler {
  private final Sampling sampling;
  private final RandomGenerator random;

  TokenSampler(Sampling sampling, Seed seed) {
    this.sampling = sampling;
    this.random = seed.generator();
  }

  /**
   * @param logProbabilities of every token
   */
  int draw(float[] logProbabilities) {
    if (sampling.temperature() == 0) {
      return mostProbable(logProbabilities);
    }
    double[] weights = tempered(logProbabilities);
    if (sampling.topProbability() < 1) {
      keepMostProbable(weights);
    }
    double target = random.nextDouble() * Arrays.stream(weights).sum();
    double sum = 0;
    int last = 0;
    for (int token = 0; token < weights.length; token++) {
      if (weights[token] > 0) {
        sum += weights[token];
        last = token;
        if (sum > target) {
          return token;
        }
      }
    }
    return last;
  }

  private static int mostProbable(float[] logProbabilities) {
    int best = 0;
    for (int token = 1; token < logProbabilities.length; token++) {
      if (logProbabilities[token] > logProbabilities[best]) {
        best = token;
      }
    }
    return best;
  }

  private double[] tempered(float[] logProbabilities) {
    double largest = logProbabilities[mostProbable(logProbabilities)];
    double[] weights = new double[logProbabilities.length];
    for (int token = 0; token < weights.length; token++) {
      weights[token] = Math.exp((logProbabilities[token] - largest) / sampling.temperature());
    }
    return weights;
  }

  private void keepMostProbable(double[] weights) {
    double wanted = sampling.topProbability() * Arrays.stream(weights).sum();
    double kept = 0;
    int[] order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer token) -> weights[token]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    for (int token : order) {
      if (kept >= wanted) {
        weights[token] = 0;
      } else {
        kept += weights[token];
      }
    }
  }
}
