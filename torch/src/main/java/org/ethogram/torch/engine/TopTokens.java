package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.models.TokenLogProbability.Alternative;
import org.ethogram.torch.tokenizer.Tokenizer;

/** The most probable tokens of one prediction, most probable first, equal ones by their number. */
final class TopTokens {
  static final TopTokens NONE = new TopTokens(0);

  private final int[] tokens;
  private final float[] logProbabilities;

  private TopTokens(int count) {
    this.tokens = new int[count];
    this.logProbabilities = new float[count];
  }

  /**
   * @param count at most; a small vocabulary has fewer
   */
  static TopTokens of(Prediction prediction, int count) {
    if (count == 0) {
      return NONE;
    }
    float[] logits = prediction.logits();
    TopTokens top = new TopTokens(Math.min(count, logits.length));
    top.select(logits);
    for (int rank = 0; rank < top.tokens.length; rank++) {
      top.logProbabilities[rank] = prediction.logProbability(top.tokens[rank]);
    }
    return top;
  }

  /** One look at each logit suffices: few are larger than the least of the largest so far. */
  private void select(float[] logits) {
    int found = 0;
    float least = Float.NEGATIVE_INFINITY;
    for (int token = 0; token < logits.length; token++) {
      if (found < tokens.length || logits[token] > least) {
        int rank = Math.min(found, tokens.length - 1);
        while (rank > 0 && logits[token] > logits[tokens[rank - 1]]) {
          tokens[rank] = tokens[rank - 1];
          rank--;
        }
        tokens[rank] = token;
        found = Math.min(found + 1, tokens.length);
        least = logits[tokens[found - 1]];
      }
    }
  }

  List<Alternative> named(Tokenizer tokenizer) {
    List<Alternative> named = new ArrayList<>(tokens.length);
    for (int rank = 0; rank < tokens.length; rank++) {
      named.add(new Alternative(tokenizer.tokenText(tokens[rank]), logProbabilities[rank]));
    }
    return named;
  }
}
