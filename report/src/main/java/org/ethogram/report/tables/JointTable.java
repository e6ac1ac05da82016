package org.ethogram.report.tables;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.report.findings.JointFinding;
import org.ethogram.report.tables.Table.Cell;
import org.ethogram.stats.laws.rates.JointRateTrend;

/** The effects of size and of training told apart. */
public final class JointTable {
  private JointTable() {}

  public static Table of(List<JointFinding> findings) {
    List<List<Cell>> rows = new ArrayList<>();
    for (JointFinding finding : findings) {
      JointRateTrend trend = finding.trend();
      if (trend.parametersSlope().estimate().value().isPresent()) {
        rows.add(
            List.of(
                Cell.words(finding.measure().title()),
                slope(finding, trend.parametersSlope()),
                slope(finding, trend.tokensSlope()),
                slope(finding, trend.interaction()),
                Cell.number(Integer.toString(trend.runs()), "", trend.variants() + " variants")));
      }
    }
    return new Table(
        "Size and training at once",
        "Slopes per decade of the one at an equal amount of the other, over every checkpoint, with"
            + " 95% intervals; the last is how much steeper size becomes per decade of training."
            + " No verdict rests on this table, and its intervals are not corrected.",
        List.of("Measure", "Parameters", "Training tokens", "Interaction", "Runs"),
        rows);
  }

  private static Cell slope(JointFinding finding, JointRateTrend.Slope slope) {
    return VerdictTable.slope(slope.estimate(), finding.measure().kind());
  }
}
