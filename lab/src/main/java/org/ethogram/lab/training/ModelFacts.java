package org.ethogram.lab.training;

import java.util.Locale;
import org.ethogram.lab.recipe.Batches;
import org.ethogram.torch.network.NetworkShape;

/**
 * What the sizes of a model come to.
 *
 * @param architecture as {@code config.json} names it
 * @param all numbers of the model, embeddings included
 * @param nonEmbedding the N of scaling laws
 * @param trained numbers that the training moves
 */
public record ModelFacts(
    String architecture, NetworkShape shape, long all, long nonEmbedding, long trained) {
  private static final long BYTES = 4;

  /**
   * Numbers that a layer keeps for its backward pass, per token and width: 34 of two bytes each.
   */
  private static final long KEPT_PER_LAYER = 17;

  /** Logits, their logarithms and their gradients. */
  private static final long KEPT_PER_LOGIT = 3;

  /**
   * About how many bytes a step needs: weights, gradients, both moments of AdamW, and what is kept
   * for the backward pass (Korthikanti et al. 2022, section 4.1, without the attention scores).
   * With gradient checkpointing only what enters each layer is kept, and one layer whole.
   */
  long memory(Batches batches) {
    long layer = KEPT_PER_LAYER * shape.width();
    long layers =
        batches.gradientCheckpointing()
            ? (long) shape.layers() * shape.width() + layer
            : shape.layers() * layer;
    long kept = layers + KEPT_PER_LOGIT * shape.vocabulary();
    return BYTES * (all + 3 * trained + batches.tokens() * kept);
  }

  /** Its size as families name theirs: non-embedding parameters, such as {@code 85k}. */
  public String size() {
    if (nonEmbedding < 1000) {
      return Long.toString(nonEmbedding);
    }
    String[] units = {"k", "m", "b"};
    double value = nonEmbedding / 1e3;
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1e3;
      unit++;
    }
    String digits = String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
    return digits.replaceFirst("\\.0$", "") + units[unit];
  }
}
