package org.ethogram.torch.network;

import java.util.List;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Queries, keys and values of whole sequences by one matrix product, whose outputs lie so that
 * coordinates that turn together are neighbours.
 *
 * <p>Scores do not depend on the order of a head's coordinates as long as queries and keys share
 * it, and neighbours turn by one complex product, where the order of the files takes several passes
 * over short stretches of memory. The price is a copy of the weights in the new order, which only
 * many tokens are worth, as in training; keys that are kept for later tokens keep the files' order.
 */
public final class JoinedProjection {
  private final List<Linear> maps;
  private final long headSize;
  private final long queries;
  private final long keys;
  private final Tensor order;

  /**
   * @param maps whose outputs, one after the other, hold all queries, keys and values
   * @param order for each coordinate of all queries, then all keys, then all values, in the new
   *     order, where the maps have it
   */
  private JoinedProjection(
      Parameters parameters, List<Linear> maps, NetworkShape shape, long[] order) {
    this.maps = List.copyOf(maps);
    this.headSize = shape.headSize();
    this.queries = shape.heads() * headSize;
    this.keys = shape.keyValueHeads() * headSize;
    this.order = parameters.constant(order, order.length);
  }

  /**
   * Of maps that are apart.
   *
   * @param rotated how many coordinates of a head turn; even
   */
  public static JoinedProjection of(
      Parameters parameters, AttentionProjections apart, NetworkShape shape, int rotated) {
    int size = shape.headSize();
    int turning = shape.heads() + shape.keyValueHeads();
    long[] order = new long[(turning + shape.keyValueHeads()) * size];
    for (int place = 0; place < order.length; place++) {
      int head = place / size;
      int coordinate = place % size;
      order[place] =
          (long) head * size + (head < turning ? source(coordinate, rotated) : coordinate);
    }
    return new JoinedProjection(
        parameters, List.of(apart.query(), apart.key(), apart.value()), shape, order);
  }

  /** Of one map in which each head's query, key and value lie side by side. */
  public static JoinedProjection of(
      Parameters parameters, Linear besideEachOther, NetworkShape shape, int rotated) {
    int size = shape.headSize();
    long[] order = new long[3 * shape.heads() * size];
    for (int place = 0; place < order.length; place++) {
      int kind = place / (shape.heads() * size);
      int head = place / size % shape.heads();
      int coordinate = place % size;
      order[place] =
          (3L * head + kind) * size + (kind < 2 ? source(coordinate, rotated) : coordinate);
    }
    return new JoinedProjection(parameters, List.of(besideEachOther), shape, order);
  }

  /** Which coordinate of the rotate-half layout stands at a place of the new one. */
  private static int source(int place, int rotated) {
    return place < rotated ? place / 2 + place % 2 * (rotated / 2) : place;
  }

  /** Whether a pass goes this way: one that records gradients for the maps. */
  public boolean serves(Tensor hidden) {
    return GradMode.is_enabled()
        && maps.getFirst().weight().requires_grad()
        && !Adaptation.CURRENT.isBound()
        && headSize % 2 == 0
        && hidden.scalar_type().intern() == ScalarType.Float;
  }

  /**
   * @param hidden [batch, length, width]
   */
  public AttentionInputs apply(Tensor hidden, RotaryAngles angles) {
    long batch = hidden.size(0);
    long length = hidden.size(1);
    Tensor projected = ProductPrecision.linear(hidden, weight(), bias());
    TensorVector parts = projected.split_with_sizes(new long[] {queries + keys, keys}, 2);
    Tensor pairs = torch.view_as_complex(parts.get(0).view(batch, length, -1, headSize / 2, 2));
    TensorVector turned =
        torch
            .view_as_real(pairs.mul(angles.turns(headSize)))
            .view(batch, length, queries + keys)
            .split_with_sizes(new long[] {queries, keys}, 2);
    return new AttentionInputs(heads(turned.get(0)), heads(turned.get(1)), heads(parts.get(1)));
  }

  private Tensor heads(Tensor projected) {
    return projected.view(projected.size(0), projected.size(1), -1, headSize);
  }

  private Tensor weight() {
    return inOrder(maps.stream().map(map -> map.layout().turned(map.weight())).toList());
  }

  private TensorOptional bias() {
    return maps.getFirst().bias().has_value()
        ? new TensorOptional(inOrder(maps.stream().map(map -> map.bias().get()).toList()))
        : new TensorOptional();
  }

  private Tensor inOrder(List<Tensor> parts) {
    Tensor whole =
        parts.size() == 1
            ? parts.getFirst()
            : torch.cat(new TensorVector(parts.toArray(Tensor[]::new)), 0);
    return whole.index_select(0, order);
  }
}
