package org.ethogram.lab.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.torch.tokenizer.Tokenizer;
import org.ethogram.training.batches.TokenSequence;

/**
 * Documents laid end to end, each behind what begins a text, and cut into blocks that fill the
 * context, as GPT models are pre-trained (Radford et al. 2018, section 4.1). Every token but the
 * first of a block is to be predicted.
 */
final class TextBlocks {
  private final Tokenizer tokenizer;
  private final int[] beginning;
  private final int context;

  /**
   * @param beginning the tokens before each document, at least one
   * @param context tokens of a block, at least 2
   */
  TextBlocks(Tokenizer tokenizer, int[] beginning, int context) {
    this.tokenizer = tokenizer;
    this.beginning = beginning.clone();
    this.context = context;
  }

  /** The blocks of the documents in their order; the last one is shorter. */
  List<TokenSequence> of(List<String> documents) {
    List<TokenSequence> blocks = new ArrayList<>();
    int[] block = new int[context];
    int length = 0;
    for (String document : documents) {
      int[] tokens = tokenizer.encode(document);
      for (int index = -beginning.length; index < tokens.length; index++) {
        block[length++] = index < 0 ? beginning[index + beginning.length] : tokens[index];
        if (length == context) {
          blocks.add(predicted(block));
          length = 0;
        }
      }
    }
    if (length > 1) {
      blocks.add(predicted(Arrays.copyOf(block, length)));
    }
    return blocks;
  }

  private static TokenSequence predicted(int[] tokens) {
    float[] weights = new float[tokens.length];
    Arrays.fill(weights, 1, weights.length, 1);
    return new TokenSequence(tokens.clone(), weights);
  }
}
