package org.ethogram.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What the first layer reads of the tokens. */
public interface TokenEmbedding {
  /**
   * @param tokens int64 [batch, length]
   * @return [batch, length, width]
   */
  Tensor apply(Tensor tokens, Attention attention);

  /** The tables that are looked up, which scaling laws do not count among the parameters. */
  List<Tensor> tables();

  /** One vector a token, [vocabulary, width]; positions are left to the layers. */
  static TokenEmbedding of(Tensor weight) {
    return new TokenEmbedding() {
      @Override
      public Tensor apply(Tensor tokens, Attention attention) {
        return torch.embedding(weight, tokens);
      }

      @Override
      public List<Tensor> tables() {
        return List.of(weight);
      }
    };
  }
}
