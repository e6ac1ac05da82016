package org.ethogram.report.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.store.SubjectLoss;
import org.ethogram.stats.Interval;
import org.ethogram.stats.laws.fits.FitLoss;
import org.ethogram.stats.laws.fits.LawFit;
import org.ethogram.stats.laws.fits.LawFitter;
import org.ethogram.stats.laws.fits.LawPoint;
import org.ethogram.stats.laws.fits.PowerLaw;
import org.ethogram.stats.resampling.ClusterBootstrap;

/**
 * The joint law of a loss in parameters N and training tokens D, L = E + A/N^alpha + B/D^beta
 * (Hoffmann et al. 2022, approach 3).
 *
 * @param loss which loss, such as {@code held-out}
 * @param fit with intervals from resampling training runs; empty where there is none
 * @param reason why there is no fit, or empty
 */
public record LossFinding(String loss, Optional<LawFit> fit, String reason) {
  private static final int RESAMPLES = 200;

  /**
   * One law for each loss. References and step 0 are no points, and neither is a checkpoint whose
   * loss stands above that before training, as under a curriculum: a power law describes the
   * descent.
   */
  static List<LossFinding> of(List<SubjectLoss> losses, Lineage lineage, Seed seed) {
    Map<String, Subject> byLabel =
        lineage.measured().stream().collect(Collectors.toMap(Subject::label, s -> s));
    Map<String, Double> before = lossesBeforeTraining(losses, byLabel);
    Map<String, List<LawPoint>> points = new TreeMap<>();
    for (SubjectLoss loss : losses) {
      Subject subject = byLabel.get(loss.subject());
      if (subject != null) {
        point(subject, loss)
            .filter(
                point ->
                    point.y() < before.getOrDefault(key(subject, loss), Double.POSITIVE_INFINITY))
            .ifPresent(
                point -> points.computeIfAbsent(loss.loss(), l -> new ArrayList<>()).add(point));
      }
    }
    List<LossFinding> findings = new ArrayList<>();
    points.forEach((loss, of) -> findings.add(fit(loss, of, seed.derive("loss " + loss))));
    return findings;
  }

  private static Map<String, Double> lossesBeforeTraining(
      List<SubjectLoss> losses, Map<String, Subject> byLabel) {
    Map<String, Double> before = new TreeMap<>();
    for (SubjectLoss loss : losses) {
      Subject subject = byLabel.get(loss.subject());
      if (subject != null && Lineage.place(subject, Along.TRAINING).orElse(1) == 0) {
        before.put(key(subject, loss), loss.nats());
      }
    }
    return before;
  }

  private static String key(Subject subject, SubjectLoss loss) {
    return Lineage.run(subject) + ", " + loss.loss();
  }

  private static Optional<LawPoint> point(Subject subject, SubjectLoss loss) {
    OptionalDouble parameters = Lineage.place(subject, Along.SIZE);
    OptionalDouble tokens = Lineage.place(subject, Along.TRAINING);
    return parameters.orElse(0) > 0 && tokens.orElse(0) > 0
        ? Optional.of(
            new LawPoint(
                List.of(parameters.getAsDouble(), tokens.getAsDouble()),
                loss.nats(),
                Lineage.run(subject)))
        : Optional.empty();
  }

  private static LossFinding fit(String loss, List<LawPoint> points, Seed seed) {
    if (varied(points, 0) < 2 || varied(points, 1) < 2) {
      return new LossFinding(loss, Optional.empty(), "a single size or amount of training");
    }
    ClusterBootstrap bootstrap = new ClusterBootstrap(seed, RESAMPLES, Interval.USUAL_LEVEL);
    try {
      LawFit fit =
          new LawFitter(FitLoss.hoffmann(), bootstrap)
              .fit(of -> PowerLaw.of(List.of("N", "D"), of), points);
      return new LossFinding(loss, Optional.of(fit), "");
    } catch (EthogramException e) {
      return new LossFinding(loss, Optional.empty(), e.problem());
    }
  }

  private static long varied(List<LawPoint> points, int input) {
    return points.stream().map(point -> point.x().get(input)).distinct().count();
  }
}
