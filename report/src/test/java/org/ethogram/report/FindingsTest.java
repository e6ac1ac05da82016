package org.ethogram.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import org.ethogram.core.Seed;
import org.ethogram.lab.store.Subject;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Answer;
import org.ethogram.report.findings.Cohort;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.MeasureCatalogue;
import org.ethogram.report.findings.RateFinding;
import org.ethogram.report.findings.Reading;
import org.ethogram.report.findings.Slice;
import org.ethogram.report.findings.TrendFinding;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.laws.Verdict;
import org.ethogram.stats.laws.rates.JointRateTrend;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Seed SEED = new Seed(11);
  private static final Findings RISING = Findings.of(Simulation.small().store(SEED), SEED);

  @Test
  void aSeriesThatRisesIsCalledRisingAlongBothAxesWithItsTrueSlope() {
    for (Along along : Along.values()) {
      Answer answer = Answer.of(RISING, along, Reading.ALL_EPISODES);
      assertThat(answer.verdict()).isEqualTo(Verdict.RISES);
      assertThat(answer.claim()).contains("Cooperation rises with " + along.title());
      assertThat(answer.evidence()).contains("logits per decade", "16 prompt variants");
    }
    TrendFinding size =
        RISING.trend(MeasureCatalogue.COOPERATION, Along.SIZE, Reading.ALL_EPISODES).orElseThrow();
    // Pooling over opponents and variants pulls a slope of 0.6 logits slightly towards 0.
    assertThat(size.trend().slope().value().orElseThrow()).isBetween(0.5, 0.65);
    assertThat(size.trend().extent().levels()).isEqualTo(4);
  }

  @Test
  void sizeAndTrainingAreToldApart() {
    JointRateTrend joint = RISING.joint().getFirst().trend();
    assertThat(RISING.joint().getFirst().measure().name()).isEqualTo(MeasureCatalogue.COOPERATION);
    assertThat(joint.parametersSlope().estimate().interval().orElseThrow().lower()).isPositive();
    assertThat(joint.tokensSlope().estimate().interval().orElseThrow().lower()).isPositive();
    Findings none = Findings.of(Simulation.small().with(0, 0.5, 0).store(SEED), SEED);
    JointRateTrend trained = none.joint().getFirst().trend();
    assertThat(trained.tokensSlope().estimate().interval().orElseThrow().lower()).isPositive();
    assertThat(trained.parametersSlope().estimate().value().orElseThrow())
        .isCloseTo(0, offset(0.1));
  }

  @Test
  void aConstantSeriesIsFlat() {
    Findings findings = Findings.of(Simulation.small().with(0, 0, 0).store(SEED), SEED);
    for (Along along : Along.values()) {
      assertThat(Answer.of(findings, along, Reading.ALL_EPISODES).verdict())
          .isEqualTo(Verdict.FLAT);
    }
  }

  @Test
  void twoSizesAreNotEnoughData() {
    Simulation two = Simulation.small().withSizes(List.of(12_000L, 600_000L));
    Findings findings = Findings.of(two.store(SEED), SEED);
    Answer answer = Answer.of(findings, Along.SIZE, Reading.ALL_EPISODES);
    assertThat(answer.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    assertThat(answer.claim()).startsWith("These data cannot tell");
    assertThat(answer.evidence()).contains("n = 2 sizes", "3 needed");
  }

  @Test
  void thePoolOverOpponentsIsTheOverallRateAndIsNotCountedTwice() {
    Subject subject = RISING.lineage().finals().getFirst();
    RateFinding overall = RISING.rates().of(subject, MeasureCatalogue.COOPERATION).orElseThrow();
    // Four games with a cooperative action, 16 variants, 25 decisions against the panel.
    assertThat(overall.total().denominator()).isEqualTo(4 * 16 * 25.0);
    assertThat(overall.episodes()).isEqualTo(4 * 16);
    assertThat(overall.estimate().n()).isEqualTo(16);
    RateFinding one =
        RISING
            .rates()
            .of(
                subject,
                MeasureCatalogue.COOPERATION,
                Slice.of("stag-hunt", Slice.OPPONENT, "tit-for-tat"),
                Reading.ALL_EPISODES)
            .orElseThrow();
    assertThat(one.total().denominator()).isEqualTo(16 * 5.0);
  }

  @Test
  void theGateKeepsOnlyWhatWasUnderstood() {
    Subject untrained = RISING.lineage().ofSize("12k").getFirst();
    Subject trained = RISING.lineage().ofSize("600k").getLast();
    assertThat(
            RISING
                .rates()
                .of(
                    untrained,
                    MeasureCatalogue.COOPERATION,
                    Slice.ALL,
                    Reading.UNDERSTOOD_EPISODES))
        .isEmpty();
    assertThat(
            RISING
                .rates()
                .of(trained, MeasureCatalogue.COOPERATION, Slice.ALL, Reading.UNDERSTOOD_EPISODES))
        .isPresent();
  }

  @Test
  void aReferenceIsMeasuredButIsNoPointOfALaw() {
    Subject reference = RISING.lineage().references().getFirst();
    assertThat(RISING.rates().of(reference, MeasureCatalogue.COOPERATION)).isPresent();
    assertThat(RISING.lineage().finals()).doesNotContain(reference);
    assertThat(
            RISING
                .trend(MeasureCatalogue.COOPERATION, Along.TRAINING, Reading.ALL_EPISODES)
                .orElseThrow()
                .trend()
                .extent()
                .runs())
        .isEqualTo(4);
  }

  @Test
  void theContrastIsTheDifferenceOfItsTwoRates() {
    Subject subject = RISING.lineage().finals().getLast();
    double lasting = value(RISING, subject, MeasureCatalogue.LASTING_DEFECTION);
    double exploitation = value(RISING, subject, MeasureCatalogue.EXPLOITATION);
    assertThat(value(RISING, subject, MeasureCatalogue.SPITEFULNESS_CONTRAST))
        .isCloseTo(lasting - exploitation, offset(1e-12));
  }

  @Test
  void theLossLawFindsTheExponentsOfTheSimulation() {
    Map<String, Estimate> law = RISING.lossLaws().getFirst().fit().orElseThrow().parameters();
    assertThat(parameter(law, "E")).isCloseTo(0.9, offset(0.05));
    assertThat(parameter(law, "alpha")).isCloseTo(0.3, offset(0.03));
    assertThat(parameter(law, "beta")).isCloseTo(0.4, offset(0.03));
  }

  @Test
  void miniaturesAreNotPresentedAsLargeModels() {
    assertThat(Cohort.sentence(RISING.lineage()))
        .contains("16 checkpoints of miniature models", "12k to 600k")
        .contains("nothing here is a result about large language models");
  }

  @Test
  void equalSeedsGiveEqualFindings() {
    Findings again = Findings.of(Simulation.small().store(SEED), SEED);
    assertThat(RISING.trends()).isEqualTo(again.trends());
    assertThat(RISING.rates().all()).isEqualTo(again.rates().all());
  }

  private static double value(Findings findings, Subject subject, String measure) {
    return findings.rates().of(subject, measure).orElseThrow().estimate().value().orElseThrow();
  }

  private static double parameter(Map<String, Estimate> law, String name) {
    Estimate estimate = law.get(name);
    assertThat(estimate).isNotNull();
    return estimate == null ? 0 : estimate.value().orElseThrow();
  }
}
