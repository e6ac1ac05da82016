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
    RankedTokens ranked = new RankedTokens(logits);
    TopTokens top = new TopTokens(Math.min(count, logits.length));
    for (int rank = 0; rank < top.tokens.length; rank++) {
      top.tokens[rank] = ranked.token(rank);
      top.logProbabilities[rank] = prediction.logProbability(top.tokens[rank]);
    }
    return top;
  }

  List<Alternative> named(Tokenizer tokenizer) {
    List<Alternative> named = new ArrayList<>(tokens.length);
    for (int rank = 0; rank < tokens.length; rank++) {
      named.add(new Alternative(tokenizer.tokenText(tokens[rank]), logProbabilities[rank]));
    }
    return named;
  }
}
