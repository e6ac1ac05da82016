package org.ethogram.torch.engine;

import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.models.Sampling;

/**
 * Draws the tokens of one request from a stream of its own.
 *
 * <p>The rules follow one another as in the usual libraries: the repetition penalty (Keskar et al.
 * 2019, "CTRL", section 4.1), the temperature, top-k (Fan et al. 2018, section 5.4), top-p
 * (Holtzman et al. 2020, section 3.1) and min-p (Nguyen et al. 2024, section 3). Of tokens that are
 * equally probable the lower number counts as the more probable.
 */
final class TokenSampler {
  private final Sampling sampling;
  private final RandomGenerator random;
  private final BitSet present = new BitSet();

  /**
   * @param prompt whose tokens the repetition penalty counts as said
   */
  TokenSampler(Sampling sampling, Seed seed, int[] prompt) {
    this.sampling = sampling;
    this.random = seed.generator();
    for (int token : prompt) {
      present.set(token);
    }
  }

  /**
   * @param logits of every token; overwritten
   */
  int draw(float[] logits) {
    if (sampling.repetitionPenalty() != 1) {
      penalise(logits);
    }
    int token = sampling.temperature() == 0 ? mostProbable(logits) : drawTempered(logits);
    present.set(token);
    return token;
  }

  private void penalise(float[] logits) {
    double penalty = sampling.repetitionPenalty();
    for (int token = present.nextSetBit(0);
        token >= 0 && token < logits.length;
        token = present.nextSetBit(token + 1)) {
      double logit = logits[token];
      logits[token] = (float) (logit > 0 ? logit / penalty : logit * penalty);
    }
  }

  private static int mostProbable(float[] logits) {
    float largest = largest(logits);
    for (int token = 0; token < logits.length; token++) {
      if (logits[token] == largest) {
        return token;
      }
    }
    return 0;
  }

  private static float largest(float[] logits) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    return largest;
  }

  private int drawTempered(float[] logits) {
    boolean fromAll =
        sampling.topTokens() >= logits.length
            && sampling.topProbability() == 1
            && sampling.minimumProbability() == 0;
    double[] weights = new double[logits.length];
    return fromAll ? drawFromAll(logits, weights) : drawFromBest(logits, weights);
  }

  private int drawFromAll(float[] logits, double[] weights) {
    double total = weigh(logits, weights);
    double target = random.nextDouble() * total;
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

  /** Weights relative to the most probable token's; returns their sum. */
  private double weigh(float[] logits, double[] weights) {
    double largest = largest(logits);
    double sum = 0;
    for (int token = 0; token < weights.length; token++) {
      weights[token] = weight(logits[token], largest);
      sum += weights[token];
    }
    return sum;
  }

  private double weight(double logit, double largest) {
    return Math.exp((logit - largest) / sampling.temperature());
  }

  private int drawFromBest(float[] logits, double[] weights) {
    RankedTokens ranked = new RankedTokens(logits);
    double largest = logits[ranked.token(0)];
    int candidates = Math.min(sampling.topTokens(), logits.length);
    double wanted = Double.POSITIVE_INFINITY;
    if (sampling.topProbability() < 1) {
      wanted = sampling.topProbability() * mass(logits, weights, ranked, candidates);
    }
    double kept = 0;
    int count = 0;
    while (count < candidates && kept < wanted) {
      double weight = weight(logits[ranked.token(count)], largest);
      if (count > 0 && weight < sampling.minimumProbability()) {
        break;
      }
      weights[count++] = weight;
      kept += weight;
    }
    double target = random.nextDouble() * kept;
    int rank = 0;
    double sum = weights[0];
    while (sum <= target && rank < count - 1) {
      sum += weights[++rank];
    }
    return ranked.token(rank);
  }

  private double mass(float[] logits, double[] weights, RankedTokens ranked, int candidates) {
    if (candidates == logits.length) {
      return weigh(logits, weights);
    }
    double largest = logits[ranked.token(0)];
    double sum = 0;
    for (int rank = 0; rank < candidates; rank++) {
      sum += weight(logits[ranked.token(rank)], largest);
    }
    return sum;
  }
}
