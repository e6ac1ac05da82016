package org.ethogram.stats.laws.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.resampling.ClusterBootstrap;
import org.junit.jupiter.api.Test;

class LawFitterTest {
  private static final LawFitter FITTER =
      new LawFitter(FitLoss.hoffmann(), new ClusterBootstrap(new Seed(1), 100, 0.95));

  /** The parameters that Hoffmann et al. 2022 published (equation 10), without noise. */
  @Test
  void theJointLawOfHoffmannIsRecovered() {
    LawFit fit = FITTER.fit(LawFitterTest::joint, hoffmann(new Seed(1), 0));
    near(fit, "E", 1.69, 1e-3);
    near(fit, "A", 406.4, 2);
    near(fit, "alpha", 0.34, 1e-3);
    near(fit, "B", 410.7, 2);
    near(fit, "beta", 0.28, 1e-3);
    assertThat(fit.predict(List.of(70e9, 1.4e12))).isCloseTo(1.9367, within(1e-3));
    assertThat(
            Extrapolation.ofLargest(FITTER, LawFitterTest::joint, hoffmann(new Seed(1), 0), 0)
                .orElseThrow()
                .error())
        .isLessThan(1e-3);
  }

  @Test
  void theBootstrapIntervalsHoldTheTruthUnderNoise() {
    int held = 0;
    int asked = 0;
    for (int repetition = 0; repetition < 6; repetition++) {
      LawFit fit = FITTER.fit(LawFitterTest::joint, hoffmann(new Seed(repetition), 0.01));
      held += holds(fit, "alpha", 0.34) + holds(fit, "beta", 0.28) + holds(fit, "E", 1.69);
      asked += 3;
    }
    assertThat(held / (double) asked).isGreaterThan(0.75);
  }

  @Test
  void aPowerLawWithOffsetInOneInputIsRecovered() {
    List<LawPoint> points = new ArrayList<>();
    for (int size = 0; size < 8; size++) {
      double n = 1e5 * Math.pow(3, size);
      points.add(new LawPoint(List.of(n), 0.9 + 30 * Math.pow(n, -0.4), "run " + size));
    }
    LawFit fit = FITTER.fit(seen -> PowerLaw.of(List.of("N"), seen), points);
    near(fit, "E", 0.9, 1e-3);
    near(fit, "alpha", 0.4, 2e-3);
    assertThat(fit.law().formula()).isEqualTo("E + A/N^alpha");
    assertThat(fit.clusters()).isEqualTo(8);
  }

  @Test
  void fewerPointsThanParametersAndImpossibleLossesAreRefused() {
    List<LawPoint> two =
        List.of(new LawPoint(List.of(1e5), 2.0, "a"), new LawPoint(List.of(1e6), 1.5, "b"));
    assertThatThrownBy(() -> FITTER.fit(seen -> PowerLaw.of(List.of("N"), seen), two))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("2 distinct points for 3 parameters");
    List<LawPoint> negative = List.of(new LawPoint(List.of(1e5), -2.0, "a"));
    assertThatThrownBy(() -> FITTER.fit(seen -> PowerLaw.of(List.of("N"), seen), negative))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("cluster a at [100000.0]");
  }

  private static Law joint(List<LawPoint> points) {
    return PowerLaw.of(List.of("N", "D"), points);
  }

  /** Eight sizes with three seeds, ten checkpoints each; noise by run and by checkpoint. */
  private static List<LawPoint> hoffmann(Seed seed, double noise) {
    RandomGenerator random = seed.derive("data").generator();
    List<LawPoint> points = new ArrayList<>();
    for (int run = 0; run < 24; run++) {
      double n = 1e7 * Math.pow(10, (run % 8) / 2.0);
      double shared = noise * random.nextGaussian();
      for (int checkpoint = 0; checkpoint < 10; checkpoint++) {
        double d = 1e8 * Math.pow(10, checkpoint / 2.5);
        double loss = 1.69 + 406.4 * Math.pow(n, -0.34) + 410.7 * Math.pow(d, -0.28);
        double factor = Math.exp(shared + noise * random.nextGaussian());
        points.add(new LawPoint(List.of(n, d), loss * factor, "run " + run));
      }
    }
    return points;
  }

  private static void near(LawFit fit, String parameter, double expected, double margin) {
    assertThat(estimate(fit, parameter).value().orElseThrow()).isCloseTo(expected, within(margin));
  }

  private static int holds(LawFit fit, String parameter, double truth) {
    return estimate(fit, parameter).interval().orElseThrow().contains(truth) ? 1 : 0;
  }

  private static Estimate estimate(LawFit fit, String parameter) {
    return fit.parameters().getOrDefault(parameter, Estimate.undefined("no such parameter"));
  }
}
