package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.models.Sampling;
import org.junit.jupiter.api.Test;

/**
 * Each rule on the distribution 0.4, 0.3, 0.2, 0.1, whose outcomes are worked out by hand; tokens 0
 * to 3 stand in the order 0.1, 0.4, 0.2, 0.3.
 */
class TokenSamplerTest {
  private static final double[] PROBABILITIES = {0.1, 0.4, 0.2, 0.3};
  private static final int[] NO_PROMPT = {};
  private static final int DRAWS = 20_000;

  @Test
  void theTemperatureRaisesProbabilitiesToItsInverse() {
    // Squares: 0.01, 0.16, 0.04, 0.09, of 0.30 together.
    assertShares(Sampling.atTemperature(0.5), 0.01 / 0.3, 0.16 / 0.3, 0.04 / 0.3, 0.09 / 0.3);
    assertShares(Sampling.atTemperature(1), 0.1, 0.4, 0.2, 0.3);
  }

  @Test
  void topKKeepsThatManyTokens() {
    assertShares(Sampling.atTemperature(1).withTopTokens(2), 0, 4.0 / 7, 0, 3.0 / 7);
    assertShares(Sampling.atTemperature(1).withTopTokens(1), 0, 1, 0, 0);
    assertShares(Sampling.atTemperature(1).withTopTokens(4), 0.1, 0.4, 0.2, 0.3);
  }

  @Test
  void topPKeepsTheFewestTokensThatReachItsMass() {
    assertShares(Sampling.atTemperature(1).withTopProbability(0.65), 0, 4.0 / 7, 0, 3.0 / 7);
    assertShares(Sampling.atTemperature(1).withTopProbability(0.75), 0, 4.0 / 9, 2.0 / 9, 3.0 / 9);
    assertShares(Sampling.atTemperature(1).withTopProbability(0.1), 0, 1, 0, 0);
  }

  /** Squared, the first two have 0.25 of 0.30: after the temperature they reach 0.8. */
  @Test
  void topPAppliesAfterTheTemperature() {
    assertShares(Sampling.atTemperature(0.5).withTopProbability(0.8), 0, 16.0 / 25, 0, 9.0 / 25);
  }

  /** Of the best three, with 0.9 together, two reach 0.75; of all four they would not. */
  @Test
  void topPIsAShareOfWhatTopKLeft() {
    assertShares(
        Sampling.atTemperature(1).withTopTokens(3).withTopProbability(0.75),
        0,
        4.0 / 7,
        0,
        3.0 / 7);
  }

  @Test
  void minPKeepsTokensThatAreProbableBesideTheBest() {
    assertShares(Sampling.atTemperature(1).withMinimumProbability(0.7), 0, 4.0 / 7, 0, 3.0 / 7);
    assertShares(Sampling.atTemperature(1).withMinimumProbability(1), 0, 1, 0, 0);
    // At temperature 1/2 the second has 9/16 of the first.
    assertShares(Sampling.atTemperature(0.5).withMinimumProbability(0.6), 0, 1, 0, 0);
  }

  /** Logits 2, -1 and 1: of the first two, said before, 2/2 = 1 and -1 x 2 = -2 are left. */
  @Test
  void thePenaltyDividesPositiveLogitsAndMultipliesNegativeOnes() {
    double sum = Math.exp(1) + Math.exp(-2) + Math.exp(1);
    float[] logits = {2, -1, 1};
    assertShares(
        Sampling.atTemperature(1).withRepetitionPenalty(2),
        new int[] {0, 1, 0},
        logits,
        Math.exp(1) / sum,
        Math.exp(-2) / sum,
        Math.exp(1) / sum);
  }

  @Test
  void greedyDecodingCountsWhatItSaidAgainstIt() {
    TokenSampler sampler =
        new TokenSampler(Sampling.GREEDY.withRepetitionPenalty(2), new Seed(1), new int[] {1});
    // 5/2 < 3; then 3/2 < 2.5; then all have been said, and 2.5 is the largest of what is left.
    float[] logits = {3, 5, 1};
    assertThat(sampler.draw(logits.clone())).isEqualTo(0);
    assertThat(sampler.draw(logits.clone())).isEqualTo(1);
    assertThat(sampler.draw(logits.clone())).isEqualTo(1);
  }

  @Test
  void ofEqualTokensTheLowerNumberIsTheBetter() {
    float[] equal = {1, 7, 7, 7};
    assertThat(sampler(Sampling.GREEDY, 1).draw(equal.clone())).isEqualTo(1);
    for (int seed = 0; seed < 100; seed++) {
      assertThat(sampler(Sampling.atTemperature(1).withTopTokens(2), seed).draw(equal.clone()))
          .isIn(1, 2);
      assertThat(
              sampler(Sampling.atTemperature(1).withTopProbability(0.6), seed).draw(equal.clone()))
          .isIn(1, 2);
    }
  }

  /** The whole vocabulary sorted is the slow way to what the selection finds. */
  @Test
  void rankingALargeVocabularyIsSortingIt() {
    RandomGenerator random = new Seed(5).generator();
    float[] logits = new float[150_000];
    for (int token = 0; token < logits.length; token++) {
      logits[token] = random.nextInt(-30_000, 30_000) / 1000f;
    }
    logits[17] = Float.NEGATIVE_INFINITY;
    int[] sorted =
        IntStream.range(0, logits.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer token) -> -logits[token])
                    .thenComparingInt(token -> token))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int looked : List.of(1, 63, 64, 65, 5000, logits.length)) {
      RankedTokens ranked = new RankedTokens(logits);
      assertThat(IntStream.range(0, looked).map(ranked::token).toArray())
          .isEqualTo(Arrays.copyOf(sorted, looked));
    }
  }

  private static TokenSampler sampler(Sampling sampling, long seed) {
    return new TokenSampler(sampling, new Seed(seed), NO_PROMPT);
  }

  private static void assertShares(Sampling sampling, double... expected) {
    float[] logits = new float[PROBABILITIES.length];
    for (int token = 0; token < logits.length; token++) {
      logits[token] = (float) Math.log(PROBABILITIES[token]) + 3;
    }
    assertShares(sampling, NO_PROMPT, logits, expected);
  }

  /** Over 20,000 draws the standard error of a share is at most 0.0036; the margin is four. */
  private static void assertShares(
      Sampling sampling, int[] prompt, float[] logits, double... expected) {
    int[] counts = new int[expected.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      var sampler = new TokenSampler(sampling, new Seed(draw), prompt);
      counts[sampler.draw(logits.clone())]++;
    }
    for (int token = 0; token < expected.length; token++) {
      double share = (double) counts[token] / DRAWS;
      assertThat(share).isCloseTo(expected[token], offset(expected[token] == 0 ? 0 : 0.015));
    }
  }
}
