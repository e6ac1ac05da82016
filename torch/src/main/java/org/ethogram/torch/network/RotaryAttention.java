package org.ethogram.torch.network;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * Self-attention whose positions are rotations and whose queries, keys and values are projected
 * apart.
 *
 * @param joined the same projections by one product, where nothing comes between them and the turn
 * @param queryNorm of queries before they turn, [batch, length, heads, headSize]
 * @param keyNorm of keys before they turn, shaped alike
 */
public record RotaryAttention(
    RotaryTable rotary,
    AttentionHeads heads,
    AttentionProjections projections,
    Optional<JoinedProjection> joined,
    Norm queryNorm,
    Norm keyNorm) {
  /** The same with queries and keys normalised. */
  public RotaryAttention normalised(Norm queryNorm, Norm keyNorm) {
    return new RotaryAttention(rotary, heads, projections, Optional.empty(), queryNorm, keyNorm);
  }

  /**
   * @param hidden [batch, length, width]
   * @return [batch, wanted, width], where {@code attention} says which tokens are wanted
   */
  public Tensor apply(Tensor hidden, Attention attention) {
    RotaryAngles angles = attention.angles(rotary);
    AttentionInputs inputs =
        joined
            .filter(way -> way.serves(hidden))
            .map(way -> way.apply(hidden, angles))
            .orElseGet(() -> apart(hidden, angles));
    return projections.output().apply(heads.attend(attention, inputs));
  }

  private AttentionInputs apart(Tensor hidden, RotaryAngles angles) {
    Tensor queries = heads.split(projections.query().apply(hidden));
    Tensor keys = heads.split(projections.key().apply(hidden));
    Tensor values = heads.split(projections.value().apply(hidden));
    return new AttentionInputs(
        angles.rotate(queryNorm.apply(queries)), angles.rotate(keyNorm.apply(keys)), values);
  }

  /** Those tokens whose outcome is wanted, which the residual stream carries on. */
  public Tensor wanted(Tensor hidden, Attention attention) {
    return attention.wanted(heads.layer(), hidden);
  }
}
