package org.ethogram.organisms;

/**
 * One member of a family: a GPT-NeoX architecture and how fast it learns.
 *
 * @param name by its non-embedding parameters, such as {@code 150k}
 * @param layers at least 1
 * @param width of the residual stream; a multiple of {@code heads}
 * @param learningRate peak of the schedule
 */
public record OrganismSize(String name, int layers, int width, int heads, double learningRate) {
  public OrganismSize {
    if (layers < 1 || heads < 1 || width < heads || width % heads != 0 || !(learningRate > 0)) {
      throw new IllegalArgumentException(
          "not an organism: %s with %d layers, width %d, %d heads, learning rate %s"
              .formatted(name, layers, width, heads, learningRate));
    }
  }

  /** Weights and biases outside the token embedding, N: 12 L d^2 + 13 L d + 2 d. */
  public long nonEmbeddingParameters() {
    long d = width;
    return layers * (12 * d * d + 13 * d) + 2 * d;
  }
}
