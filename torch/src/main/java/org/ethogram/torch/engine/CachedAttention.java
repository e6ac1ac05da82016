package org.ethogram.torch.engine;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.network.GroupedHeads;
import org.ethogram.torch.network.RotaryAngles;
import org.ethogram.torch.network.RotaryTable;
import org.ethogram.torch.runtime.Placement;

/** New tokens that see the cached tokens before them; their own keys and values are cached too. */
final class CachedAttention implements Attention {
  private final KeyValuePool pool;
  private final RowBatch batch;
  private final Tensor positions;
  private final Tensor destinations;
  private final Tensor wanted;
  private final VisibleKeys everything;
  private final Map<Integer, VisibleKeys> withinWindows = new HashMap<>();
  private final Map<RotaryTable, RotaryAngles> angles = new HashMap<>();
  private final int lastLayer;

  CachedAttention(KeyValuePool pool, RowBatch batch) {
    this.pool = pool;
    this.lastLayer = pool.layers() - 1;
    this.batch = batch;
    Placement place = pool.placement();
    this.positions = place.placed(batch.positions());
    this.destinations = place.placed(batch.destinations());
    this.wanted = place.placed(batch.wanted());
    this.everything = VisibleKeys.of(batch, Attention.EVERYTHING, place);
  }

  @Override
  public Tensor ofPositions(Tensor table) {
    Tensor rows = table.index_select(0, positions);
    return rows.unflatten(0, batch.size(), batch.length());
  }

  /** The same for all layers of a pass. */
  @Override
  public RotaryAngles angles(RotaryTable table) {
    return angles.computeIfAbsent(table, Attention.super::angles);
  }

  @Override
  public Tensor wanted(int layer, Tensor perToken) {
    if (layer < lastLayer) {
      return perToken;
    }
    return perToken
        .flatten(0, 1)
        .index_select(0, wanted)
        .unflatten(0, batch.size(), batch.mostWanted());
  }

  @Override
  public Tensor attend(int layer, Tensor query, Tensor key, Tensor value, int window) {
    Tensor slots = pool.layer(layer);
    Tensor both = torch.stack(new TensorVector(key.transpose(1, 2), value.transpose(1, 2)), 2);
    slots.index_copy_(0, destinations, both.view(-1, 2, slots.size(2), slots.size(3)));
    long heads = query.size(1);
    VisibleKeys visible = visible(window);
    Tensor own = keysAndValues(slots, visible.own(), batch.size(), heads);
    TensorOptional hidden = layer < lastLayer ? visible.mask() : visible.wantedMask();
    if (visible.shared().numel() == 0) {
      return torch.scaled_dot_product_attention(
          query,
          own.select(0, 0),
          own.select(0, 1),
          hidden,
          0.0,
          false,
          new DoubleOptional(),
          false);
    }
    Tensor shared = keysAndValues(slots, visible.shared(), 1, heads);
    return PartialAttention.of(query, own.select(0, 0), own.select(0, 1), hidden)
        .join(attendToShared(query, shared));
  }

  private VisibleKeys visible(int window) {
    return batch.mostSeen() <= window
        ? everything
        : withinWindows.computeIfAbsent(
            window, width -> VisibleKeys.of(batch, width, pool.placement()));
  }

  /** The tokens of all rows as one long row: they see the same keys. */
  private PartialAttention attendToShared(Tensor query, Tensor shared) {
    long heads = query.size(1);
    long headSize = query.size(3);
    long rows = batch.size();
    long length = query.size(2);
    Tensor joined =
        query.transpose(1, 2).reshape(1, rows * length, heads, headSize).transpose(1, 2);
    PartialAttention attended =
        PartialAttention.of(joined, shared.select(0, 0), shared.select(0, 1), new TensorOptional());
    Tensor context =
        attended.context().transpose(1, 2).reshape(rows, length, heads, headSize).transpose(1, 2);
    Tensor logSumExp = attended.logSumExp().reshape(heads, rows, length).transpose(0, 1);
    return new PartialAttention(context, logSumExp);
  }

  /** [key or value, rows, heads, keys, headSize]. */
  private static Tensor keysAndValues(Tensor slots, Tensor chosen, long rows, long heads) {
    Tensor seen =
        slots
            .index_select(0, chosen)
            .view(rows, -1, 2, slots.size(2), slots.size(3))
            .permute(2, 0, 3, 1, 4);
    if (slots.size(2) == heads) {
      return seen;
    }
    return torch.stack(
        new TensorVector(
            GroupedHeads.expand(seen.select(0, 0), heads),
            GroupedHeads.expand(seen.select(0, 1), heads)),
        0);
  }
}
