package org.ethogram.report.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.report.findings.Answer;
import org.ethogram.report.findings.Measure;
import org.ethogram.report.findings.Numbers;
import org.ethogram.report.findings.TrendFinding;
import org.ethogram.report.tables.Table.Cell;
import org.ethogram.report.tables.Table.Style;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.laws.Verdict;
import org.ethogram.stats.laws.rates.HeldOut;
import org.ethogram.stats.laws.rates.RateCurve;
import org.ethogram.stats.laws.rates.RateTrend;
import org.ethogram.stats.laws.rates.Shape;

/** Verdicts with what they rest on. */
public final class VerdictTable {
  private VerdictTable() {}

  public static Table of(List<TrendFinding> trends, String title, String note) {
    List<List<Cell>> rows = new ArrayList<>();
    for (TrendFinding trend : trends) {
      Measure measure = trend.measure();
      RateTrend.Extent extent = trend.trend().extent();
      rows.add(
          List.of(
              Cell.words(measure.title(), of(trend)),
              Cell.words(trend.along().title()),
              new Cell(Answer.word(trend.call().verdict()), "", "", style(trend.call().verdict())),
              slope(trend),
              Cell.number(Numbers.pValue(trend.call().pValue())),
              range(trend),
              heldOut(trend),
              Cell.number(
                  Integer.toString(extent.levels()),
                  "",
                  extent.runs() + " runs, " + extent.variants() + " variants"),
              Cell.words(trend.call().reason())));
    }
    return new Table(
        title,
        note,
        List.of(
            "Measure",
            "Along",
            "Verdict",
            "Slope per decade",
            "p (Holm)",
            "Fitted, first to last",
            "Largest held out",
            "Places",
            "Because"),
        rows);
  }

  private static String of(TrendFinding trend) {
    String slice = (trend.slice().game() + " " + trend.slice().conditionText()).strip();
    return trend.size().map(size -> (size + " " + slice).strip()).orElse(slice);
  }

  private static Cell slope(TrendFinding trend) {
    return slope(trend.trend().slope(), trend.measure().kind());
  }

  /** A slope with its unit, the interval below it. */
  static Cell slope(Estimate slope, Measure.Kind kind) {
    if (slope.value().isEmpty()) {
      return Cell.number(Numbers.NOT_AVAILABLE);
    }
    String[] parts = Numbers.slope(slope, kind).split(" (?=\\[)", 2);
    String unit =
        switch (kind) {
          case RATE -> "logits";
          case DIFFERENCE -> "pp";
          case AMOUNT -> "";
        };
    String detail = parts.length > 1 ? parts[1] : "no interval";
    return Cell.number((parts[0] + " " + unit).strip(), detail, "");
  }

  private static Cell range(TrendFinding trend) {
    Optional<RateCurve> curve = Answer.drawn(trend).filter(fitted -> fitted.points().size() > 1);
    if (curve.isEmpty()) {
      return Cell.number(Numbers.NOT_AVAILABLE);
    }
    RateCurve.Point first = curve.get().points().getFirst();
    RateCurve.Point last = curve.get().points().getLast();
    return Cell.number(
        written(first.rate(), trend) + " \u2192 " + written(last.rate(), trend),
        "",
        Numbers.count(OptionalDouble.of(first.x()))
            + " \u2192 "
            + Numbers.count(OptionalDouble.of(last.x())));
  }

  private static Cell heldOut(TrendFinding trend) {
    Shape shape = trend.trend().preferred();
    Optional<HeldOut> found =
        trend.trend().heldOut().stream().filter(one -> one.shape() == shape).findFirst();
    return found
        .map(
            held ->
                Cell.number(
                    written(held.predicted(), trend),
                    "",
                    "observed " + written(held.observed(), trend)))
        .orElse(Cell.number(Numbers.NOT_AVAILABLE));
  }

  private static String written(double value, TrendFinding trend) {
    return Numbers.value(OptionalDouble.of(value), trend.measure().kind());
  }

  private static Style style(Verdict verdict) {
    return switch (verdict) {
      case RISES -> Style.UP;
      case FALLS -> Style.DOWN;
      case U, INVERSE_U -> Style.BEND;
      case FLAT -> Style.LEVEL;
      case NOT_ENOUGH_DATA -> Style.UNKNOWN;
    };
  }
}
