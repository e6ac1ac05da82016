package org.ethogram.games.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** The numbers that pick one game of a family. */
public final class GameArguments {
  private final String place;
  private final SequencedMap<String, Double> values;

  /**
   * @param place what is being read, for messages
   * @param values every parameter of the family, in its order
   */
  GameArguments(String place, Map<String, Double> values) {
    this.place = place;
    this.values = new LinkedHashMap<>(values);
  }

  double number(String parameter) {
    Double value = values.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("no parameter " + parameter);
    }
    return value;
  }

  double above(double bound, String parameter) {
    double value = number(parameter);
    require(
        value > bound,
        parameter + " " + plain(value),
        "Give " + parameter + " above " + plain(bound));
    return value;
  }

  /** A whole number in the range. */
  int whole(String parameter, int least, int most) {
    double value = number(parameter);
    require(
        value == Math.rint(value) && value >= least && value <= most,
        parameter + " " + plain(value),
        "Give a whole number from " + least + " to " + most);
    return (int) value;
  }

  void require(boolean holds, String problem, String remedy) {
    if (!holds) {
      throw new EthogramException(ErrorCode.INVALID_DATA, place, problem, remedy);
    }
  }

  /** The arguments as they are written after the name of the family. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + plain(value.getValue()))
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String plain(double number) {
    return number == 0
        ? "0"
        : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
