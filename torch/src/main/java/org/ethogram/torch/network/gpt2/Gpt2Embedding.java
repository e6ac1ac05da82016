package org.ethogram.torch.network.gpt2;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.TokenEmbedding;

/**
 * A learned vector for each token and one for each position, added.
 *
 * @param tokens [vocabulary, width]
 * @param positions [contextLength, width]
 */
record Gpt2Embedding(Tensor tokens, Tensor positions) implements TokenEmbedding {
  @Override
  public Tensor apply(Tensor sequence, Attention attention) {
    return torch.embedding(tokens, sequence).add(attention.ofPositions(positions));
  }

  @Override
  public List<Tensor> tables() {
    return List.of(tokens, positions);
  }
}
