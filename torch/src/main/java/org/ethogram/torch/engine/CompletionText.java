package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.Usage;
import org.ethogram.torch.tokenizer.Tokenizer;

/**
 * The text that written tokens make, and where it ends.
 *
 * @param beginsText whether nothing precedes it
 * @param stops texts that end it and are not part of it
 * @param endTokens tokens that end it and are not part of it
 */
record CompletionText(
    Tokenizer tokenizer, boolean beginsText, List<String> stops, Set<Integer> endTokens) {
  boolean isEnd(int[] written) {
    return endTokens.contains(written[written.length - 1])
        || (!stops.isEmpty() && stop(decode(written)).isPresent());
  }

  Completion completion(CompletionWork.Written written, int promptTokens) {
    int[] tokens = written.tokens().stream().mapToInt(Integer::intValue).toArray();
    boolean endToken = tokens.length > 0 && endTokens.contains(tokens[tokens.length - 1]);
    int[] ofText = endToken ? Arrays.copyOf(tokens, tokens.length - 1) : tokens;
    String text = decode(ofText);
    String kept = text.substring(0, stop(text).orElse(text.length()));
    List<TokenLogProbability> probabilities = new ArrayList<>();
    for (int index = 0; index < ofText.length; index++) {
      int begin = decode(Arrays.copyOf(ofText, index)).length();
      if (begin < kept.length() || kept.length() == text.length()) {
        probabilities.add(
            new TokenLogProbability(
                tokenizer.tokenText(ofText[index]), written.logProbabilities().get(index)));
      }
    }
    return new Completion(
        kept,
        written.stopped() ? FinishReason.STOP : FinishReason.LENGTH,
        probabilities,
        new Usage(promptTokens, written.cachedTokens(), tokens.length));
  }

  private String decode(int[] tokens) {
    return beginsText ? tokenizer.decode(tokens) : tokenizer.decodeContinuation(tokens);
  }

  /** Where the earliest of the stops begins. */
  private OptionalInt stop(String text) {
    return stops.stream().mapToInt(text::indexOf).filter(begin -> begin >= 0).min();
  }
}
