package org.ethogram.evaluations.elicitation;

import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** Two words that can stand for two actions. */
public record WordPair(String first, String second) {
  public WordPair {
    if (first.isBlank() || second.isBlank() || first.equals(second)) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION,
          "word pair '" + first + "/" + second + "'",
          "two different words are needed",
          "Write it as 'oak/rose'");
    }
  }

  /** Reads {@code oak/rose}. */
  public static WordPair parse(String text) {
    String[] words = text.strip().split("/", -1);
    return new WordPair(words[0].strip(), words.length == 2 ? words[1].strip() : "");
  }

  public List<String> words() {
    return List.of(first, second);
  }

  @Override
  public String toString() {
    return first + '/' + second;
  }
}
