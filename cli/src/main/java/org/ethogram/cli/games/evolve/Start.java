package org.ethogram.cli.games.evolve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.populations.PopulationGame;

/** The state from which populations begin, as a user writes it. */
final class Start {
  private Start() {}

  /**
   * @param written each as {@code type=share}; types that are not named share what is left evenly.
   *     Of several populations each takes the types that it has
   */
  static double[][] shares(PopulationGame game, List<String> written) {
    double[][] start = game.evenShares();
    for (int population = 0; population < start.length && !written.isEmpty(); population++) {
      start[population] = shares(game.types(population), written, game.populations() > 1);
    }
    return start;
  }

  private static double[] shares(List<String> types, List<String> written, boolean several) {
    double[] shares = new double[types.size()];
    Arrays.fill(shares, -1);
    double left = 1;
    for (String one : written) {
      int equals = one.lastIndexOf('=');
      if (equals < 0) {
        throw invalid(one, "it has no share", "Write it as type=0.1");
      }
      String name = one.substring(0, equals).strip();
      if (several && types.stream().noneMatch(name::equals)) {
        continue;
      }
      int type = PayoffOptions.known(name, types);
      double share = number(one, one.substring(equals + 1));
      left -= share;
      if (!(share >= 0) || left < -1e-9 || shares[type] >= 0) {
        throw invalid(one, "shares below 0, above 1 together or given twice", "Let them sum to 1");
      }
      shares[type] = share;
    }
    long unnamed = Arrays.stream(shares).filter(share -> share < 0).count();
    if (unnamed == 0 && left > 1e-9) {
      throw invalid(String.join(",", written), "shares that sum to " + (1 - left), "Give 1 in all");
    }
    double rest = Math.max(0, left);
    return Arrays.stream(shares).map(share -> share < 0 ? rest / unnamed : share).toArray();
  }

  private static double number(String one, String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw invalid(one, "its share is no number", "Write it as type=0.1");
    }
  }

  /** Whole numbers as near to the shares as can be, that sum to the population. */
  static int[] counts(double[] shares, int population) {
    int[] counts = new int[shares.length];
    int left = population;
    for (int type = 0; type < counts.length; type++) {
      counts[type] = (int) (shares[type] * population + 1e-9);
      left -= counts[type];
    }
    int[] byRest =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(type -> counts[type] - shares[type] * population))
            .mapToInt(type -> type)
            .toArray();
    for (int next = 0; next < left; next++) {
      counts[byRest[next]]++;
    }
    return counts;
  }

  private static EthogramException invalid(String start, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "--start " + start, problem, remedy);
  }
}
