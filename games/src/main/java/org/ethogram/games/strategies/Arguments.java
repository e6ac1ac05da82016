package org.ethogram.games.strategies;

import java.util.List;
import java.util.Locale;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** The parameters written after a strategy's name. */
record Arguments(StrategyCard card, String text, List<String> values) {
  Arguments {
    values = List.copyOf(values);
  }

  /** The name with the parameters as they stand: the name by which results know the strategy. */
  String fullName() {
    return values.isEmpty() ? card.name() : card.name() + "(" + String.join(", ", values) + ")";
  }

  void requireCount(int least, int most) {
    if (values.size() < least || values.size() > most) {
      throw invalid(values.size() + " parameters");
    }
  }

  /** A number from 0 to 1, also written as a fraction such as 1/3. */
  double probability(int position, double otherwise) {
    if (position >= values.size()) {
      return otherwise;
    }
    double number = number(values.get(position));
    if (!(number >= 0 && number <= 1)) {
      throw invalid("parameter '" + values.get(position) + "' is no number from 0 to 1");
    }
    return number;
  }

  /** A whole number of at least 1. */
  int count(int position, int otherwise) {
    if (position >= values.size()) {
      return otherwise;
    }
    double number = number(values.get(position));
    if (!(number >= 1 && number <= Integer.MAX_VALUE) || number != Math.rint(number)) {
      throw invalid("parameter '" + values.get(position) + "' is no whole number above 0");
    }
    return (int) number;
  }

  /** A whole number of at least 0. */
  int whole(int position) {
    double number = number(values.get(position));
    if (!(number >= 0 && number <= 9999) || number != Math.rint(number)) {
      throw invalid("parameter '" + values.get(position) + "' is no whole number");
    }
    return (int) number;
  }

  /** Moves written as letters C and D. */
  String moves(int position) {
    String moves = values.get(position).toUpperCase(Locale.ROOT);
    if (!moves.matches("[CD]+")) {
      throw invalid("moves '" + values.get(position) + "' are not letters C and D");
    }
    return moves;
  }

  /** One move, C or D. */
  char move(int position) {
    String moves = moves(position);
    if (moves.length() != 1) {
      throw invalid("moves '" + values.get(position) + "' where one move belongs");
    }
    return moves.charAt(0);
  }

  /** A finite number, also written as a fraction. */
  double finite(int position) {
    double number = number(values.get(position));
    if (!Double.isFinite(number)) {
      throw invalid("parameter '" + values.get(position) + "' is not finite");
    }
    return number;
  }

  private double number(String written) {
    int slash = written.indexOf('/');
    try {
      return slash < 0
          ? Double.parseDouble(written)
          : Double.parseDouble(written.substring(0, slash))
              / Double.parseDouble(written.substring(slash + 1));
    } catch (NumberFormatException e) {
      throw invalid("parameter '" + written + "' is no number");
    }
  }

  private EthogramException invalid(String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        "strategy '" + text + "'",
        problem,
        "Write it as " + card.name() + card.parameters());
  }
}
