package org.ethogram.report.findings;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.report.findings.Measure.Kind;
import org.ethogram.stats.laws.Verdict;
import org.ethogram.stats.laws.rates.RateCurve;
import org.ethogram.stats.laws.rates.RateTrend;
import org.ethogram.stats.laws.rates.Shape;

/**
 * What the data say about one measure along one axis, in plain words.
 *
 * @param question such as {@code Does cooperation rise or fall with model size?}
 * @param word the verdict in one or two words
 * @param claim the answer in a sentence
 * @param evidence slope, interval, n and why the verdict is what it is
 */
public record Answer(String question, Verdict verdict, String word, String claim, String evidence) {

  /** The answers to the study's first question, along size and along training. */
  public static Answer of(Findings findings, Along along, Reading reading) {
    Measure measure = MeasureCatalogue.named(findings.headline(), Kind.RATE);
    String name = measure.title().toLowerCase(Locale.ROOT);
    String question = "Does " + name + " rise or fall with " + along.title() + "?";
    Optional<TrendFinding> trend = findings.trend(findings.headline(), along, reading);
    if (trend.isEmpty()) {
      return new Answer(
          question,
          Verdict.NOT_ENOUGH_DATA,
          word(Verdict.NOT_ENOUGH_DATA),
          "Nothing can be said about " + name + ".",
          "No episode was scored.");
    }
    Verdict verdict = trend.get().call().verdict();
    return new Answer(
        question,
        verdict,
        word(verdict),
        claim(measure, trend.get()),
        evidence(measure, trend.get()));
  }

  public static String word(Verdict verdict) {
    return switch (verdict) {
      case RISES -> "rises";
      case FALLS -> "falls";
      case U -> "U-shaped";
      case INVERSE_U -> "inverse U";
      case FLAT -> "flat";
      case NOT_ENOUGH_DATA -> "not enough data";
    };
  }

  private static String claim(Measure measure, TrendFinding finding) {
    String along = finding.along().title();
    String claim =
        switch (finding.call().verdict()) {
          case RISES -> measure.title() + " rises with " + along;
          case FALLS -> measure.title() + " falls with " + along;
          case U -> measure.title() + " first falls and then rises with " + along;
          case INVERSE_U -> measure.title() + " first rises and then falls with " + along;
          case FLAT -> measure.title() + " stays the same along " + along;
          case NOT_ENOUGH_DATA ->
              "These data cannot tell whether "
                  + measure.title().toLowerCase(Locale.ROOT)
                  + " changes with "
                  + along;
        };
    return claim + range(measure, finding);
  }

  private static String range(Measure measure, TrendFinding finding) {
    Optional<RateCurve> curve = drawn(finding).filter(fitted -> fitted.points().size() > 1);
    Verdict verdict = finding.call().verdict();
    boolean moves = verdict != Verdict.FLAT && verdict != Verdict.NOT_ENOUGH_DATA;
    if (curve.isEmpty() || !moves || finding.trend().slope().interval().isEmpty()) {
      return ".";
    }
    RateCurve.Point first = curve.get().points().getFirst();
    RateCurve.Point last = curve.get().points().getLast();
    return ": fitted, from %s at %s to %s at %s %s."
        .formatted(
            written(first.rate(), measure),
            places(first.x()),
            written(last.rate(), measure),
            places(last.x()),
            finding.along().unit());
  }

  private static String evidence(Measure measure, TrendFinding finding) {
    RateTrend.Extent extent = finding.trend().extent();
    String n =
        "n = %d %s, %d %s, %d %s"
            .formatted(
                extent.levels(),
                (finding.along() == Along.SIZE ? "size" : "checkpoint")
                    + (extent.levels() == 1 ? "" : "s"),
                extent.runs(),
                extent.runs() == 1 ? "training run" : "training runs",
                extent.variants(),
                extent.variants() == 1 ? "prompt variant" : "prompt variants");
    if (finding.trend().slope().value().isEmpty()) {
      return "There is no slope (" + finding.call().reason() + "); " + n + ".";
    }
    return "Slope %s %s of %s%s; %s. Called so because %s."
        .formatted(
            Numbers.slope(finding.trend().slope(), measure.kind()),
            Numbers.slopeUnit(measure.kind()),
            finding.along().unit(),
            finding.call().pValue().isPresent()
                ? ", Holm-corrected p " + equal(Numbers.pValue(finding.call().pValue()))
                : "",
            n,
            finding.call().reason());
  }

  private static String equal(String pValue) {
    return pValue.startsWith("<") ? pValue : "= " + pValue;
  }

  /** The curve that stands for the trend in a figure: the bend where it was called, else a line. */
  public static Optional<RateCurve> drawn(TrendFinding finding) {
    return switch (finding.call().verdict()) {
      case U, INVERSE_U -> finding.trend().curve(Shape.QUADRATIC);
      case RISES, FALLS, FLAT, NOT_ENOUGH_DATA -> finding.trend().curve(Shape.MONOTONE);
    };
  }

  private static String written(double value, Measure measure) {
    return Numbers.value(OptionalDouble.of(value), measure.kind());
  }

  private static String places(double x) {
    return Numbers.count(OptionalDouble.of(x));
  }
}
