package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/**
 * Grouped-query attention: consecutive query heads share one key and value head.
 *
 * <p>Source: Ainslie et al. 2023, "GQA", section 2.2.
 */
public final class GroupedHeads {
  private GroupedHeads() {}

  /**
   * @param keyOrValue [batch, keyValueHeads, length, headSize]
   * @return [batch, heads, length, headSize]; the argument itself where every head has its own
   */
  public static Tensor expand(Tensor keyOrValue, long heads) {
    long groups = keyOrValue.size(1);
    if (groups == heads) {
      return keyOrValue;
    }
    long batch = keyOrValue.size(0);
    long length = keyOrValue.size(2);
    long headSize = keyOrValue.size(3);
    return keyOrValue
        .unsqueeze(2)
        .expand(batch, groups, heads / groups, length, headSize)
        .reshape(batch, heads, length, headSize);
  }
}
