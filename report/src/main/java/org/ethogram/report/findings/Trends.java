package org.ethogram.report.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.core.Seed;
import org.ethogram.lab.store.Subject;
import org.ethogram.report.findings.Measure.Kind;
import org.ethogram.stats.Interval;
import org.ethogram.stats.laws.AxisScale;
import org.ethogram.stats.laws.rates.JointRateObservation;
import org.ethogram.stats.laws.rates.JointRateTrends;
import org.ethogram.stats.laws.rates.Link;
import org.ethogram.stats.laws.rates.RateObservation;
import org.ethogram.stats.laws.rates.RateTrend;
import org.ethogram.stats.laws.rates.RateTrends;
import org.ethogram.stats.laws.rates.TrendOptions;
import org.ethogram.stats.laws.rates.VerdictRule;

/**
 * Trends of measures along the axes of scale.
 *
 * <p>Along size the last checkpoints of all runs are compared; along training every checkpoint of
 * every run, each run with its own level. Trends that are decided together are corrected together.
 */
final class Trends {
  /** Of the bootstrap that checks a slope's interval; verdicts rest on the jackknife. */
  private static final int RESAMPLES = 200;

  private final Estimates estimates;
  private final Lineage lineage;
  private final Seed seed;

  /** What a trend is asked about. */
  record Question(
      String measure, Along along, Slice slice, Reading reading, Optional<String> size) {
    static Question overall(String measure, Along along, Reading reading) {
      return new Question(measure, along, Slice.ALL, reading, Optional.empty());
    }
  }

  Trends(Estimates estimates, Lineage lineage, Seed seed) {
    this.estimates = estimates;
    this.lineage = lineage;
    this.seed = seed;
  }

  /** One finding for each question; their p-values are corrected for being asked together. */
  List<TrendFinding> decide(List<Question> questions) {
    List<RateTrend> trends = questions.stream().map(this::trend).toList();
    List<VerdictRule.Call> calls = VerdictRule.USUAL.decide(trends);
    List<TrendFinding> findings = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      findings.add(
          new TrendFinding(
              MeasureCatalogue.named(
                  question.measure(),
                  estimates.isRate(question.measure()) ? Kind.RATE : Kind.AMOUNT),
              question.along(),
              question.slice(),
              question.reading(),
              question.size(),
              trends.get(i),
              calls.get(i),
              questions.size()));
    }
    return findings;
  }

  /** Size and training told apart, over every checkpoint that has both. */
  JointFinding joint(String measure) {
    List<JointRateObservation> observations = new ArrayList<>();
    for (Subject subject : lineage.measured()) {
      OptionalDouble parameters = Lineage.place(subject, Along.SIZE);
      OptionalDouble tokens = Lineage.place(subject, Along.TRAINING);
      if (parameters.isPresent() && tokens.isPresent()) {
        estimates
            .byVariant(new RateKey(subject.label(), measure, Slice.ALL, Reading.ALL_EPISODES))
            .forEach(
                (variant, ratio) ->
                    observations.add(
                        new JointRateObservation(
                            parameters.getAsDouble(),
                            tokens.getAsDouble(),
                            ratio,
                            Lineage.run(subject),
                            variant)));
      }
    }
    return new JointFinding(
        MeasureCatalogue.named(measure, estimates.isRate(measure) ? Kind.RATE : Kind.AMOUNT),
        JointRateTrends.fit(observations, link(measure), Interval.USUAL_LEVEL));
  }

  private Link link(String measure) {
    return estimates.isRate(measure) ? Link.LOGIT : Link.IDENTITY;
  }

  private RateTrend trend(Question question) {
    TrendOptions options =
        new TrendOptions(
            AxisScale.LOG10,
            link(question.measure()),
            Interval.USUAL_LEVEL,
            RESAMPLES,
            seed.derive(question.toString()));
    return RateTrends.along(observations(question), options);
  }

  private List<RateObservation> observations(Question question) {
    List<RateObservation> observations = new ArrayList<>();
    for (Subject subject : subjects(question)) {
      OptionalDouble place = Lineage.place(subject, question.along());
      if (place.isEmpty()) {
        continue;
      }
      RateKey key =
          new RateKey(subject.label(), question.measure(), question.slice(), question.reading());
      estimates
          .byVariant(key)
          .forEach(
              (variant, ratio) ->
                  observations.add(
                      new RateObservation(
                          place.getAsDouble(), ratio, Lineage.run(subject), variant)));
    }
    return observations;
  }

  private List<Subject> subjects(Question question) {
    List<Subject> all = question.along() == Along.SIZE ? lineage.finals() : lineage.measured();
    return all.stream()
        .filter(subject -> question.size().map(subject.size()::equals).orElse(true))
        .toList();
  }
}
