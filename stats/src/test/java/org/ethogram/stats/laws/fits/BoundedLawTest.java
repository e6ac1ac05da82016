package org.ethogram.stats.laws.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.stats.laws.fits.BoundedLaw.Bounds;
import org.ethogram.stats.resampling.ClusterBootstrap;
import org.junit.jupiter.api.Test;

class BoundedLawTest {
  private static final LawFitter FITTER =
      new LawFitter(FitLoss.hoffmann(), new ClusterBootstrap(new Seed(1), 100, 0.95));

  private static final LawFitter.Family POWER = LawFamily.POWER_LAW.over(List.of("N"));

  /** Without noise: L = 0.9 + 30 / N^0.4. */
  private static List<LawPoint> points() {
    List<LawPoint> points = new ArrayList<>();
    for (int size = 0; size < 8; size++) {
      double n = 1e5 * Math.pow(3, size);
      points.add(new LawPoint(List.of(n), 0.9 + 30 * Math.pow(n, -0.4), "run " + size));
    }
    return points;
  }

  private static double fitted(Map<String, Bounds> bounds, String parameter) {
    LawFit fit = FITTER.fit(BoundedLaw.within(POWER, bounds), points());
    return Objects.requireNonNull(fit.parameters().get(parameter)).value().orElseThrow();
  }

  @Test
  void boundsAroundTheTruthChangeNothing() {
    Map<String, Bounds> wide =
        Map.of("alpha", new Bounds(0.2, 0.8), "E", new Bounds(0, 2), "A", new Bounds(1, 1000));
    assertThat(fitted(wide, "alpha")).isCloseTo(0.4, within(2e-3));
    assertThat(fitted(wide, "E")).isCloseTo(0.9, within(2e-3));
    assertThat(fitted(wide, "A")).isCloseTo(30, within(0.5));
  }

  @Test
  void aTruthBeyondTheBoundEndsAtIt() {
    assertThat(fitted(Map.of("alpha", new Bounds(0.5, 1)), "alpha")).isCloseTo(0.5, within(1e-3));
    assertThat(fitted(Map.of("E", new Bounds(0, 0.5)), "E")).isCloseTo(0.5, within(1e-3));
  }

  @Test
  void aProfileStaysWithinTheBounds() {
    List<LawPoint> noisy = new ArrayList<>();
    List<LawPoint> exact = points();
    for (int index = 0; index < exact.size(); index++) {
      LawPoint point = exact.get(index);
      noisy.add(
          new LawPoint(point.x(), point.y() * (index % 2 == 0 ? 1.01 : 0.99), point.cluster()));
    }
    LawFit fit = FITTER.fit(BoundedLaw.within(POWER, Map.of("alpha", new Bounds(0.3, 0.5))), noisy);
    var interval =
        Objects.requireNonNull(ProfileLikelihood.intervals(fit, 0.95).get("alpha"))
            .interval()
            .orElseThrow();
    assertThat(interval.lower()).isGreaterThanOrEqualTo(0.3 - 1e-9);
    assertThat(interval.upper()).isLessThanOrEqualTo(0.5 + 1e-9);
  }

  @Test
  void theGradientIsThatOfTheBoundedLaw() {
    Law law =
        BoundedLaw.within(
                LawFamily.JOINT_POWER_LAW.over(List.of("N", "D")),
                Map.of("alpha", new Bounds(0.1, 0.9), "A", new Bounds(10, 1000)))
            .apply(List.of(new LawPoint(List.of(1e6, 1e9), 2.0, "a")));
    double[] theta = {0.3, -0.5, 0.4, -1, -0.7};
    double[] features = law.features(List.of(3e6, 2e9));
    double[] gradient = new double[5];
    law.predict(theta, features, gradient);
    for (int each = 0; each < 5; each++) {
      double[] above = theta.clone();
      double[] below = theta.clone();
      above[each] += 1e-5;
      below[each] -= 1e-5;
      double slope =
          (law.predict(above, features, new double[5])
                  - law.predict(below, features, new double[5]))
              / 2e-5;
      assertThat(gradient[each]).isCloseTo(slope, within(1e-5 * Math.max(1, Math.abs(slope))));
    }
  }

  @Test
  void boundsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> fitted(Map.of("alpa", new Bounds(0, 1)), "alpha"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("alpha");
    assertThatThrownBy(() -> new Bounds(1, 1)).isInstanceOf(EthogramException.class);
    assertThatThrownBy(() -> fitted(Map.of("alpha", new Bounds(-2, -1)), "alpha"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("no value");
  }

  @Test
  void severalOfTheLargestValuesAreHeldOutTogether() {
    List<Extrapolation> heldOut = Extrapolation.ofLargest(FITTER, POWER, points(), 0, 2);
    assertThat(heldOut).extracting(Extrapolation::heldOut).containsExactly(1e5 * 729, 1e5 * 2187);
    assertThat(heldOut).allMatch(each -> each.error() < 1e-3);
    assertThat(Extrapolation.ofLargest(FITTER, POWER, points(), 0, 6)).isEmpty();
  }
}
