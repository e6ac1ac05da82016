package org.ethogram.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.serve.protocol.Generation;
import org.ethogram.serve.protocol.Piece;
import org.ethogram.serve.protocol.ToldToken;

/**
 * A prompt that stands before its completion, where asked with the log-probability of each of its
 * tokens given those before it. The first has none, as in OpenAI's interface, also where a
 * beginning of sequence stands before it.
 *
 * @param promptTokens empty where the model was not asked
 */
record EchoedPrompt(Piece piece, OptionalInt promptTokens) {
  /** Only the model knows the text of numbers of tokens. */
  static EchoedPrompt of(LanguageModel model, Prompt prompt, Generation asked) {
    if (prompt instanceof Prompt.Text(String text)
        && (text.isEmpty() || !asked.logProbabilities())) {
      return new EchoedPrompt(new Piece(text, List.of()), OptionalInt.empty());
    }
    PromptScore score = model.scorePrompt(prompt, asked.topLogProbabilities());
    return new EchoedPrompt(
        new Piece(score.text(), asked.logProbabilities() ? tokens(score) : List.of()),
        OptionalInt.of(score.usage().promptTokens()));
  }

  private static List<ToldToken> tokens(PromptScore score) {
    List<ToldToken> tokens = new ArrayList<>();
    tokens.add(ToldToken.unpredicted(score.first()));
    tokens.addAll(ToldToken.of(score.following()));
    return tokens;
  }
}
