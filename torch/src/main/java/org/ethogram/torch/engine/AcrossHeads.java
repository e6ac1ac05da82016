package org.ethogram.torch.engine;

import java.util.Optional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Attention of one token a row by one product over all heads, where heads are so narrow that
 * beginning a product costs more than computing it.
 *
 * <p>Every query stands, among zeros, where its head's coordinates are in the keys of all heads, so
 * its scores are those of its own head; of the values of all heads, its own are taken. The same for
 * all layers of a pass.
 *
 * @param ownGroup 1 where a query's keys are, 0 elsewhere, [keyValueHeads, 1, keyValueHeads, 1]
 */
record AcrossHeads(Tensor ownGroup) {
  private static final long WIDEST_HEAD = 16;
  private static final long WIDEST_KEY = 128;
  private static final int FEWEST_ROWS = 4;

  /**
   * For a pass in which it pays.
   *
   * @param slots [slot, key or value, keyValueHeads, headSize]
   */
  static Optional<AcrossHeads> of(RowBatch batch, Tensor slots) {
    long groups = slots.size(2);
    long headSize = slots.size(3);
    return batch.isOneToken()
            && batch.size() >= FEWEST_ROWS
            && headSize <= WIDEST_HEAD
            && groups * headSize <= WIDEST_KEY
        ? Optional.of(
            new AcrossHeads(torch.eye(groups, slots.options()).view(groups, 1, groups, 1)))
        : Optional.empty();
  }

  /**
   * @param query [rows, heads, 1, headSize]
   * @param seen [key or value, rows, keyValueHeads, keys, headSize]
   * @param hidden what is added to the scores, [rows or 1, 1, 1, keys]
   * @return [rows, heads, 1, headSize]
   */
  Tensor attend(Tensor query, Tensor seen, TensorOptional hidden) {
    long rows = query.size(0);
    long heads = query.size(1);
    long headSize = query.size(3);
    long groups = seen.size(2);
    Tensor among =
        query
            .reshape(rows, groups, heads / groups, 1, headSize)
            .mul(ownGroup)
            .view(rows, 1, heads, groups * headSize);
    Tensor joined = seen.transpose(2, 3).flatten(3, 4).unsqueeze(2);
    return torch
        .scaled_dot_product_attention(
            among,
            joined.select(0, 0),
            joined.select(0, 1),
            hidden,
            0.0,
            false,
            new DoubleOptional(1 / Math.sqrt((double) headSize)),
            false)
        .view(rows, groups, heads / groups, groups, headSize)
        .diagonal(0, 1, 3)
        .permute(0, 3, 1, 2)
        .reshape(rows, heads, 1, headSize);
  }
}
