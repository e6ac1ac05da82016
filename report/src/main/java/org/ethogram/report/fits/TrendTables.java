package org.ethogram.report.fits;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.report.findings.Answer;
import org.ethogram.report.findings.Numbers;
import org.ethogram.report.tables.Table;
import org.ethogram.report.tables.Table.Cell;
import org.ethogram.stats.laws.rates.JointRateTrend;

/** Tables of trends. */
public final class TrendTables {
  private TrendTables() {}

  /** The verdict of every group along every input. */
  public static Table verdicts(List<GroupTrend> trends) {
    List<List<Cell>> rows = new ArrayList<>();
    for (GroupTrend each : trends) {
      rows.add(
          List.of(
              Cell.words(each.group()),
              Cell.code(each.input()),
              Cell.words(Answer.word(each.call().verdict())),
              Cell.code(FitText.sparkline(each)),
              Cell.number(FitText.value(each.trend().slope())),
              Cell.number(FitText.interval(each.trend().slope().interval())),
              Cell.number(Numbers.pValue(each.call().pValue())),
              Cell.number(FitText.value(each.tau())),
              Cell.number(FitText.interval(each.tau().interval())),
              Cell.number(
                  each.trend().extent().observations() + " / " + each.trend().extent().runs()),
              Cell.words(each.call().reason())));
    }
    return new Table(
        "Trends",
        "",
        List.of(
            "group",
            "along",
            "verdict",
            "shape",
            "slope",
            "interval",
            "corrected p",
            "tau",
            "interval of tau",
            "rows / clusters",
            "why"),
        rows);
  }

  /** The effects of two inputs told apart, a row a group. */
  public static Table joint(List<GroupTrend> trends, Columns columns) {
    List<List<Cell>> rows = new ArrayList<>();
    for (GroupTrend each : trends) {
      if (each.joint().isPresent() && each.input().equals(columns.x().getFirst())) {
        JointRateTrend joint = each.joint().get();
        rows.add(
            List.of(
                Cell.words(each.group()),
                Cell.number(slope(joint.parametersSlope())),
                Cell.number(slope(joint.tokensSlope())),
                Cell.number(slope(joint.interaction()))));
      }
    }
    return new Table(
        "Both inputs at once, per decade",
        "",
        columns.x().size() == 2
            ? List.of("group", columns.x().get(0), columns.x().get(1), "interaction")
            : List.of("group", "first", "second", "interaction"),
        rows);
  }

  private static String slope(JointRateTrend.Slope slope) {
    return slope.estimate().value().isEmpty()
        ? Numbers.NOT_AVAILABLE + " (" + slope.estimate().method() + ")"
        : FitText.value(slope.estimate()) + " " + FitText.interval(slope.estimate().interval());
  }
}
