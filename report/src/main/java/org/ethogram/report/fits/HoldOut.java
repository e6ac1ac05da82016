package org.ethogram.report.fits;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;

/**
 * Which values of an input a law must predict from the smaller ones.
 *
 * @param input index of the input
 * @param largest how many of its largest values
 */
public record HoldOut(int input, int largest) {
  private static final Pattern WRITTEN = Pattern.compile("(?:(.+):)?largest:(\\d{1,6})");

  /**
   * @param text such as {@code largest:1}, of the first input, or {@code D:largest:2}
   * @throws EthogramException {@code USAGE} for anything else
   */
  public static HoldOut parse(String text, List<String> inputs) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches() || Integer.parseInt(written.group(2)) < 1) {
      throw invalid(text, "not understood", "Write it as in largest:1, or D:largest:2");
    }
    String input = written.group(1);
    int index = input == null ? 0 : inputs.indexOf(input);
    if (index < 0) {
      throw invalid(text, "no input '" + input + "'", Suggestion.remedy(input, inputs));
    }
    return new HoldOut(index, Integer.parseInt(written.group(2)));
  }

  private static EthogramException invalid(String text, String problem, String remedy) {
    return new EthogramException(ErrorCode.USAGE, "holdout '" + text + "'", problem, remedy);
  }
}
