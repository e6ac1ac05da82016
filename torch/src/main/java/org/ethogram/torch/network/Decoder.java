package org.ethogram.torch.network;

import java.util.List;

/**
 * The parts of a decoder-only transformer, in the order in which a token passes them.
 *
 * @param outputEmbedding from the width to the vocabulary; on the input embedding's own tensor
 *     where both are tied
 */
public record Decoder(
    TokenEmbedding embedding, List<DecoderLayer> layers, Norm finalNorm, Linear outputEmbedding) {
  public Decoder {
    layers = List.copyOf(layers);
  }
}
