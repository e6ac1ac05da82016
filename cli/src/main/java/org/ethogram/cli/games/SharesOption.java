package org.ethogram.cli.games;

import java.util.Arrays;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.jspecify.annotations.Nullable;

/** Numbers parted by commas, one a type. */
final class SharesOption {
  private SharesOption() {}

  /** The numbers; all alike where nothing is written. */
  static double[] read(String option, @Nullable String written, int types) {
    if (written == null) {
      double[] alike = new double[types];
      Arrays.fill(alike, 1.0 / types);
      return alike;
    }
    String[] parts = written.split(",", -1);
    double[] shares = new double[parts.length];
    for (int index = 0; index < parts.length; index++) {
      shares[index] = number(option, parts[index].strip());
    }
    if (shares.length != types) {
      throw invalid(
          option, shares.length + " numbers for " + types + " types", "Give one for each type");
    }
    return shares;
  }

  private static double number(String option, String written) {
    try {
      double number = Double.parseDouble(written);
      if (number >= 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, with the numbers that are none of at least 0.
    }
    throw invalid(option, "'" + written + "'", "Give numbers of at least 0, such as 0.9,0.1");
  }

  private static EthogramException invalid(String option, String problem, String remedy) {
    return new EthogramException(ErrorCode.USAGE, option, problem, remedy);
  }
}
