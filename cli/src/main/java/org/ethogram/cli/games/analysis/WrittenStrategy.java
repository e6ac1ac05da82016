package org.ethogram.cli.games.analysis;

import java.util.Arrays;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.MemoryOne;
import org.ethogram.games.strategies.Strategies;

/** A strategy as these commands take it: a name, or the five probabilities of memory one. */
final class WrittenStrategy {
  private static final String REMEDY =
      "Give five numbers from 0 to 1 such as 1,1,0,1/3,0: the chance of cooperation in the first"
          + " round and after CC, CD, DC and DD, own action first";

  private WrittenStrategy() {}

  static Strategy of(String text) {
    String written = text.strip();
    boolean numbers =
        !written.isEmpty()
            && written.indexOf('(') < 0
            && written.indexOf(':') < 0
            && (written.indexOf(',') >= 0 || "+-.0123456789".indexOf(written.charAt(0)) >= 0);
    return numbers ? memoryOne(written) : Strategies.named(text);
  }

  private static MemoryOne memoryOne(String text) {
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (parts.size() != 5) {
      throw invalid(text, parts.size() + " probabilities instead of 5");
    }
    double[] p = parts.stream().mapToDouble(part -> probability(text, part)).toArray();
    return new MemoryOne(String.join(",", parts), p[0], p[1], p[2], p[3], p[4]);
  }

  private static double probability(String text, String part) {
    int slash = part.indexOf('/');
    double number;
    try {
      number =
          slash < 0
              ? Double.parseDouble(part)
              : Double.parseDouble(part.substring(0, slash))
                  / Double.parseDouble(part.substring(slash + 1));
    } catch (NumberFormatException e) {
      throw invalid(text, "'" + part + "' is no number");
    }
    if (!(number >= 0 && number <= 1)) {
      throw invalid(text, "'" + part + "' is outside 0 to 1");
    }
    return number;
  }

  private static EthogramException invalid(String text, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "strategy '" + text + "'", problem, REMEDY);
  }
}
