package org.ethogram.report.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ethogram.core.Ratio;
import org.ethogram.lab.store.Subject;
import org.ethogram.report.findings.Measure.Kind;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.ethogram.stats.estimates.ClusteredRatio;
import org.ethogram.stats.estimates.RatioEstimates;

/** Estimates of every measure from its sums by prompt variant. */
final class Estimates {
  private static final Comparator<RateFinding> ORDER =
      Comparator.comparing(RateFinding::measure, MeasureCatalogue.ORDER)
          .thenComparing(RateFinding::reading)
          .thenComparing(finding -> finding.slice().game())
          .thenComparing(finding -> finding.slice().conditionText());

  private final Tally tally;

  Estimates(Tally tally) {
    this.tally = tally;
  }

  List<RateFinding> of(Subject subject) {
    List<RateFinding> findings = new ArrayList<>();
    for (RateKey key : tally.keys()) {
      if (!key.subject().equals(subject.label())) {
        continue;
      }
      findings.add(finding(subject, key));
      if (key.measure().equals(MeasureCatalogue.LASTING_DEFECTION)
          && key.slice().conditions().isEmpty()) {
        findings.add(contrast(subject, key));
      }
    }
    findings.sort(ORDER);
    return findings;
  }

  private RateFinding finding(Subject subject, RateKey key) {
    Measure measure =
        MeasureCatalogue.named(
            key.measure(), tally.isRate(key.measure()) ? Kind.RATE : Kind.AMOUNT);
    List<ClusteredRatio> clusters = clusters(key);
    boolean rate = measure.kind() == Kind.RATE && tally.isRate(key.measure());
    Estimate estimate =
        rate
            ? RatioEstimates.rate(clusters, Interval.USUAL_LEVEL)
            : RatioEstimates.ratio(clusters, Interval.USUAL_LEVEL);
    Ratio total = clusters.stream().map(ClusteredRatio::ratio).reduce(Ratio.UNDEFINED, Ratio::plus);
    return new RateFinding(
        subject, measure, key.slice(), key.reading(), total, estimate, episodes(key));
  }

  private RateFinding contrast(Subject subject, RateKey lasting) {
    RateKey baseline = sibling(lasting, MeasureCatalogue.EXPLOITATION);
    Estimate estimate =
        RatioEstimates.difference(clusters(lasting), clusters(baseline), Interval.USUAL_LEVEL);
    Ratio total =
        estimate.value().isPresent()
            ? new Ratio(estimate.value().getAsDouble(), 1)
            : Ratio.UNDEFINED;
    return new RateFinding(
        subject,
        MeasureCatalogue.named(MeasureCatalogue.SPITEFULNESS_CONTRAST, Kind.DIFFERENCE),
        lasting.slice(),
        lasting.reading(),
        total,
        estimate,
        episodes(lasting));
  }

  /** What a law is fitted to: one ratio for each prompt variant. */
  SortedMap<String, Ratio> byVariant(RateKey key) {
    SortedMap<String, Ratio> ratios = new TreeMap<>();
    if (key.measure().equals(MeasureCatalogue.SPITEFULNESS_CONTRAST)) {
      SortedMap<String, Tally.Cell> baseline =
          tally.cells(sibling(key, MeasureCatalogue.EXPLOITATION));
      tally
          .cells(sibling(key, MeasureCatalogue.LASTING_DEFECTION))
          .forEach(
              (variant, lasting) -> {
                Tally.Cell calm = baseline.get(variant);
                if (calm != null) {
                  double difference = value(lasting.ratio()) - value(calm.ratio());
                  ratios.put(variant, new Ratio(difference, 1));
                }
              });
      return ratios;
    }
    tally.cells(key).forEach((variant, cell) -> ratios.put(variant, cell.ratio()));
    return ratios;
  }

  Set<String> measures() {
    Set<String> measures = new TreeSet<>();
    tally.keys().forEach(key -> measures.add(key.measure()));
    if (measures.contains(MeasureCatalogue.LASTING_DEFECTION)
        && measures.contains(MeasureCatalogue.EXPLOITATION)) {
      measures.add(MeasureCatalogue.SPITEFULNESS_CONTRAST);
    }
    return measures;
  }

  boolean isRate(String measure) {
    return tally.isRate(measure) && MeasureCatalogue.named(measure, Kind.RATE).kind() == Kind.RATE;
  }

  private static double value(Ratio ratio) {
    return ratio.value().orElseThrow();
  }

  private static RateKey sibling(RateKey key, String measure) {
    return new RateKey(key.subject(), measure, key.slice(), key.reading());
  }

  private List<ClusteredRatio> clusters(RateKey key) {
    return tally.cells(key).entrySet().stream()
        .map(cell -> new ClusteredRatio(cell.getKey(), cell.getValue().ratio()))
        .toList();
  }

  private long episodes(RateKey key) {
    return tally.cells(key).values().stream().mapToLong(Tally.Cell::episodes).sum();
  }
}
