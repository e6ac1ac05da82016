package org.ethogram.organisms;

import java.util.List;
import org.ethogram.training.initialization.LookBack;

/**
 * What the members of a family have in common.
 *
 * @param vocabularySize most tokens that the tokenizer learns
 * @param contextLength tokens
 * @param rotaryFraction share of each head's dimensions that carry the position
 * @param rotaryBase of the slowest rotation
 * @param tiedEmbeddings whether the output embedding is the input embedding
 * @param embeddingDeviation standard deviation of the first input embedding
 * @param outputScale of the first weights that write to the residual stream
 * @param lookBack what the heads of the first layer attend to before any training
 */
public record Architecture(
    int vocabularySize,
    int contextLength,
    double rotaryFraction,
    double rotaryBase,
    boolean tiedEmbeddings,
    double embeddingDeviation,
    double outputScale,
    LookBack lookBack) {
  static Architecture standard() {
    return new Architecture(
        512, 512, 1, 10_000, false, 1, 0.5, new LookBack(List.of(1, 2, 3, 5, 4, 6), 2));
  }
}
