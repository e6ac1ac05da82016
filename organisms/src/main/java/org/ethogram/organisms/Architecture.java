package org.ethogram.organisms;

/**
 * What the members of a family have in common.
 *
 * @param vocabularySize most tokens that the tokenizer learns
 * @param contextLength tokens
 * @param rotaryFraction share of each head's dimensions that carry the position
 * @param rotaryBase of the slowest rotation
 * @param tiedEmbeddings whether the output embedding is the input embedding
 */
public record Architecture(
    int vocabularySize,
    int contextLength,
    double rotaryFraction,
    double rotaryBase,
    boolean tiedEmbeddings) {
  static Architecture standard() {
    return new Architecture(512, 512, 0.5, 10_000, true);
  }
}
