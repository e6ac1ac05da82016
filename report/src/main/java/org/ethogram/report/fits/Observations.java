package org.ethogram.report.fits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.lab.dataset.Cells;
import org.ethogram.lab.dataset.Dataset;
import org.ethogram.lab.dataset.Dataset.Row;

/**
 * The rows of a table that can be fitted, and those that cannot.
 *
 * @param kept in the order of the table
 */
public record Observations(Dataset dataset, List<Observation> kept, List<Dropped> dropped) {
  /** With more wrong cells than this, the first ones tell enough. */
  private static final int MOST_PROBLEMS = 20;

  public Observations {
    kept = List.copyOf(kept);
    dropped = List.copyOf(dropped);
  }

  /** A row left out, and why. */
  public record Dropped(long row, String reason) {}

  /**
   * A row is dropped when a cell that is needed is empty, an input is not above 0, or its standard
   * error is 0, which would give it infinite weight.
   *
   * @throws EthogramException {@code INVALID_DATA} naming every cell that is no finite number, or
   *     when no row is left
   */
  public static Observations of(Dataset dataset, Columns columns) {
    return new Reading(dataset, columns).all();
  }

  /** The observations by group, in the order in which groups appear. */
  public Map<String, List<Observation>> byGroup() {
    Map<String, List<Observation>> groups = new LinkedHashMap<>();
    kept.forEach(one -> groups.computeIfAbsent(one.group(), name -> new ArrayList<>()).add(one));
    return groups;
  }

  /** Reads one table. */
  private static final class Reading {
    private final Dataset dataset;
    private final Columns columns;
    private final List<Observation> kept = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Reading(Dataset dataset, Columns columns) {
      this.dataset = dataset;
      this.columns = columns;
    }

    Observations all() {
      dataset.rows().forEach(this::read);
      if (!problems.isEmpty()) {
        boolean more = problems.size() > MOST_PROBLEMS;
        throw new EthogramException(
            ErrorCode.INVALID_DATA,
            dataset.source(),
            String.join("; ", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())))
                + (more ? "; and " + (problems.size() - MOST_PROBLEMS) + " more" : ""),
            "Write finite numbers, or leave a cell empty to drop its row");
      }
      if (kept.isEmpty()) {
        throw new EthogramException(
            ErrorCode.INVALID_DATA,
            dataset.source(),
            "no row can be fitted"
                + (dropped.isEmpty()
                    ? ""
                    : ": " + dropped.size() + " dropped, first " + dropped.getFirst().reason()),
            "Check the columns and conditions");
      }
      return new Observations(dataset, kept, dropped);
    }

    private void read(Row row) {
      int before = problems.size();
      List<String> reasons = new ArrayList<>();
      List<Double> x = new ArrayList<>();
      for (String input : columns.x()) {
        OptionalDouble value = number(row, Columns.columnOf(input), reasons);
        double place = value.orElse(1) + Columns.addedTo(input);
        x.add(place);
        if (!(place > 0)) {
          reasons.add(input + " is " + place + ", and a logarithm needs it above 0");
        }
      }
      OptionalDouble y = number(row, columns.y(), reasons);
      OptionalDouble error = optional(row, columns.standardError(), reasons);
      OptionalDouble trials = optional(row, columns.trials(), reasons);
      if (error.isPresent() && !(error.getAsDouble() > 0)) {
        reasons.add("a standard error of " + error.getAsDouble());
      }
      if (trials.isPresent() && !(trials.getAsDouble() > 0)) {
        reasons.add(trials.getAsDouble() + " trials");
      }
      if (problems.size() > before) {
        return;
      }
      if (!reasons.isEmpty()) {
        dropped.add(new Dropped(row.number(), String.join(", ", reasons)));
        return;
      }
      kept.add(
          new Observation(
              row.number(),
              x,
              y.orElseThrow(),
              error,
              trials,
              cluster(row),
              columns.variant().map(column -> cell(row, column)).orElse(""),
              columns.group().map(column -> cell(row, column)).orElse("")));
    }

    private String cluster(Row row) {
      return switch (columns.clusters()) {
        case Clusters.Column(String name) -> cell(row, name);
        case Clusters.EveryRow() -> "row " + row.number();
        case Clusters.Unsaid() -> "";
      };
    }

    private OptionalDouble optional(Row row, Optional<String> column, List<String> reasons) {
      return column.isPresent() ? number(row, column.get(), reasons) : OptionalDouble.empty();
    }

    private OptionalDouble number(Row row, String column, List<String> reasons) {
      String cell = cell(row, column);
      if (Cells.isMissing(cell)) {
        reasons.add("no " + column);
        return OptionalDouble.empty();
      }
      OptionalDouble number = Cells.number(cell);
      if (number.isEmpty() || Double.isInfinite(number.getAsDouble())) {
        problems.add(
            "row "
                + row.number()
                + ", column "
                + column
                + ": '"
                + cell
                + (number.isEmpty() ? "' is no number" : "' is not finite"));
        return OptionalDouble.empty();
      }
      return number;
    }

    private String cell(Row row, String column) {
      return row.cells().get(dataset.column(column));
    }
  }
}
