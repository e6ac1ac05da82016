package org.ethogram.evaluations.elicitation;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a written choice between words is asked for and read.
 *
 * @param tokens that an answer may have, at least 1
 * @param exact whether the answer must be the word and nothing else
 */
public record AnswerForm(int tokens, boolean exact) {
  /**
   * Answers of exactly the tokens that each word has. Where that is one, answers that are a word
   * follow the same distribution as the softmax over the words.
   */
  public static AnswerForm ofWords(int tokens) {
    return new AnswerForm(tokens, true);
  }

  /** Answers in which the word may be followed by something else. */
  public static AnswerForm free(int tokens) {
    return new AnswerForm(tokens, false);
  }

  /** Which word an answer is; empty where it is none. */
  public OptionalInt read(List<String> words, String answer) {
    if (!exact) {
      return new OptionReader(words).read(answer);
    }
    int word = words.stream().map(String::strip).toList().indexOf(answer.strip());
    return word < 0 ? OptionalInt.empty() : OptionalInt.of(word);
  }
}
