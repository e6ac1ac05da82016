package org.ethogram.lab.dataset;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * Which rows are meant, such as {@code step>=1000} or {@code metric=acc}.
 *
 * <p>{@code =} and {@code !=} compare numbers as numbers and anything else as text; the others
 * compare numbers, and no empty cell meets them.
 */
public record Condition(String column, String operator, String value) {
  private static final Pattern WRITTEN = Pattern.compile("([^<>=!]+)(<=|>=|!=|=|<|>)(.*)");

  public static Condition parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new EthogramException(
          ErrorCode.USAGE,
          "condition '" + text + "'",
          "no column, comparison and value",
          "Write it as in step>=1000 or metric=acc");
    }
    return new Condition(written.group(1).strip(), written.group(2), written.group(3).strip());
  }

  /** The condition on the rows of a table. */
  public Predicate<Dataset.Row> on(Dataset dataset) {
    int index = dataset.column(column);
    return row -> holds(dataset, row, row.cells().get(index));
  }

  private boolean holds(Dataset dataset, Dataset.Row row, String cell) {
    return switch (operator) {
      case "=" -> same(cell);
      case "!=" -> !same(cell);
      default -> !cell.isEmpty() && ordered(dataset, row, cell);
    };
  }

  private boolean same(String cell) {
    if (cell.equals(value)) {
      return true;
    }
    return Cells.number(cell).isPresent() && Cells.number(cell).equals(Cells.number(value));
  }

  private boolean ordered(Dataset dataset, Dataset.Row row, String cell) {
    double left = number(dataset.place(row, column), cell);
    double right = number("condition on " + column, value);
    return switch (operator) {
      case "<" -> left < right;
      case "<=" -> left <= right;
      case ">" -> left > right;
      default -> left >= right;
    };
  }

  private static double number(String place, String text) {
    return Cells.number(text)
        .orElseThrow(
            () ->
                new EthogramException(
                    ErrorCode.INVALID_DATA,
                    place,
                    "'" + text + "' is no number",
                    "Compare text by = or !="));
  }
}
