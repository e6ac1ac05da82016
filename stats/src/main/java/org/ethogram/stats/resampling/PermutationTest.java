package org.ethogram.stats.resampling;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.stats.TestResult;

/**
 * Tests of no difference in means that assume nothing but exchangeable units.
 *
 * <p>Exact over all arrangements where they are no more than {@code permutations}; otherwise drawn,
 * with the observed arrangement counted among them (Phipson and Smyth 2010), so that a p-value is
 * never 0. Two-sided on the absolute difference.
 *
 * @param permutations at least 100
 */
public record PermutationTest(Seed seed, int permutations) {
  /** Differences that only rounding tells apart count as equal. */
  private static final double ROUNDING = 1e-10;

  public PermutationTest {
    if (permutations < 100) {
      throw new IllegalArgumentException(permutations + " permutations");
    }
  }

  /** Whether paired differences are symmetric about 0: their signs are flipped. */
  public TestResult paired(double[] differences) {
    int n = differences.length;
    if (n == 0) {
      return TestResult.undefined(0, "no pairs");
    }
    double total = Arrays.stream(differences).sum();
    double limit = Math.abs(total) - rounding(differences);
    if (n < 31 && 1 << n <= permutations) {
      long extreme =
          IntStream.range(0, 1 << n)
              .filter(signs -> Math.abs(flipped(differences, signs)) >= limit)
              .count();
      return TestResult.of(
          total / n, extreme / (double) (1 << n), n, "sign flips, all " + (1 << n));
    }
    long extreme =
        IntStream.range(0, permutations)
            .parallel()
            .filter(index -> Math.abs(flipped(differences, random(index))) >= limit)
            .count();
    return TestResult.of(
        total / n, (extreme + 1.0) / (permutations + 1.0), n, permutations + " sign flips drawn");
  }

  /** Whether two groups have the same distribution: their members are dealt again. */
  public TestResult twoGroups(double[] first, double[] second) {
    int n = first.length + second.length;
    if (first.length == 0 || second.length == 0) {
      return TestResult.undefined(n, "an empty group");
    }
    double[] all = Arrays.copyOf(first, n);
    System.arraycopy(second, 0, all, first.length, second.length);
    double difference = difference(all, first.length);
    double limit = Math.abs(difference) - rounding(all) / n;
    long extreme =
        IntStream.range(0, permutations)
            .parallel()
            .filter(index -> Math.abs(difference(dealt(all, random(index)), first.length)) >= limit)
            .count();
    return TestResult.of(
        difference, (extreme + 1.0) / (permutations + 1.0), n, permutations + " deals drawn");
  }

  private RandomGenerator random(int index) {
    return seed.derive("permutation", index).generator();
  }

  private static double rounding(double[] values) {
    return ROUNDING * Arrays.stream(values).map(Math::abs).sum();
  }

  private static double flipped(double[] differences, int signs) {
    double sum = 0;
    for (int pair = 0; pair < differences.length; pair++) {
      sum += (signs >> pair & 1) == 0 ? differences[pair] : -differences[pair];
    }
    return sum;
  }

  private static double flipped(double[] differences, RandomGenerator random) {
    double sum = 0;
    for (double difference : differences) {
      sum += random.nextBoolean() ? difference : -difference;
    }
    return sum;
  }

  private static double[] dealt(double[] values, RandomGenerator random) {
    double[] dealt = values.clone();
    for (int last = dealt.length - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      double kept = dealt[last];
      dealt[last] = dealt[chosen];
      dealt[chosen] = kept;
    }
    return dealt;
  }

  private static double difference(double[] values, int firsts) {
    double first = 0;
    double second = 0;
    for (int index = 0; index < values.length; index++) {
      first += index < firsts ? values[index] : 0;
      second += index < firsts ? 0 : values[index];
    }
    return first / firsts - second / (values.length - firsts);
  }
}
