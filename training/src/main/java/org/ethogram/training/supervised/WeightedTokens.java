package org.ethogram.training.supervised;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.training.batches.TokenSequence;

/** Tokens as they come, some of them to be predicted. */
final class WeightedTokens {
  private final int endToken;
  private final List<Integer> tokens = new ArrayList<>();
  private final List<Float> weights = new ArrayList<>();
  private boolean ended;

  /**
   * @param endToken after which a model stops
   */
  WeightedTokens(int endToken) {
    this.endToken = endToken;
  }

  void read(int[] more) {
    for (int token : more) {
      add(token, 0);
    }
  }

  /** What stands behind an end token is read only: a model that stops there never writes it. */
  void predict(int[] more) {
    ended = false;
    for (int token : more) {
      add(token, ended ? 0 : 1);
      ended |= token == endToken;
    }
  }

  /** All of them, with an end token to be predicted where the last prediction has none. */
  TokenSequence ended() {
    if (!ended) {
      add(endToken, 1);
    }
    int[] ofSequence = new int[tokens.size()];
    float[] weightsOfSequence = new float[tokens.size()];
    for (int i = 0; i < ofSequence.length; i++) {
      ofSequence[i] = tokens.get(i);
      weightsOfSequence[i] = weights.get(i);
    }
    return new TokenSequence(ofSequence, weightsOfSequence);
  }

  private void add(int token, float weight) {
    tokens.add(token);
    weights.add(weight);
  }
}
