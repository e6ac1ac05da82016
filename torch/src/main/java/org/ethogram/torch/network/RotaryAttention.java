package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/**
 * Self-attention whose positions are rotations and whose queries, keys and values are projected
 * apart.
 *
 * @param queryNorm of queries before they turn, [batch, length, heads, headSize]
 * @param keyNorm of keys before they turn, shaped alike
 */
public record RotaryAttention(
    RotaryTable rotary,
    AttentionHeads heads,
    AttentionProjections projections,
    Norm queryNorm,
    Norm keyNorm) {
  /** The same with queries and keys normalised. */
  public RotaryAttention normalised(Norm queryNorm, Norm keyNorm) {
    return new RotaryAttention(rotary, heads, projections, queryNorm, keyNorm);
  }

  /**
   * @param hidden [batch, length, width]
   * @return [batch, wanted, width], where {@code attention} says which tokens are wanted
   */
  public Tensor apply(Tensor hidden, Attention attention) {
    RotaryAngles angles = attention.angles(rotary);
    Tensor queries = heads.split(projections.query().apply(hidden));
    Tensor keys = heads.split(projections.key().apply(hidden));
    Tensor values = heads.split(projections.value().apply(hidden));
    return projections
        .output()
        .apply(
            heads.attend(
                attention,
                angles.rotate(queryNorm.apply(queries)),
                angles.rotate(keyNorm.apply(keys)),
                values));
  }

  /** Those tokens whose outcome is wanted, which the residual stream carries on. */
  public Tensor wanted(Tensor hidden, Attention attention) {
    return attention.wanted(heads.layer(), hidden);
  }
}
