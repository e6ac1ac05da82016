package org.ethogram.torch.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
  private final Optional<Lanes> lanes;
  private final Tensor positions;
  private final Tensor destinations;
  private final Tensor laneDestinations;
  private final Tensor wanted;
  private final VisibleKeys everything;
  private final Optional<AcrossHeads> acrossHeads;
  private final Map<Integer, VisibleKeys> withinWindows = new HashMap<>();
  private final Map<RotaryTable, RotaryAngles> angles = new HashMap<>();
  private final int lastLayer;

  /**
   * @param lanes in which the pasts of the rows lie, besides the pool
   */
  CachedAttention(KeyValuePool pool, RowBatch batch, Optional<Lanes> lanes) {
    this.pool = pool;
    this.lanes = lanes;
    this.lastLayer = pool.layers() - 1;
    this.batch = batch;
    Placement place = pool.placement();
    this.positions = place.placed(batch.positions());
    this.destinations = place.placed(batch.destinations());
    this.laneDestinations =
        lanes.map(kept -> place.placed(kept.destinations(batch))).orElse(destinations);
    this.wanted = batch.isOneToken() ? positions : place.placed(batch.wanted());
    this.everything = VisibleKeys.of(batch, Attention.EVERYTHING, place, lanes.isPresent());
    this.acrossHeads = AcrossHeads.of(batch, pool.layer(0));
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
    if (layer < lastLayer || batch.isOneToken()) {
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
    Tensor both =
        torch
            .stack(new TensorVector(key.transpose(1, 2), value.transpose(1, 2)), 2)
            .view(-1, 2, slots.size(2), slots.size(3));
    slots.index_copy_(0, destinations, both);
    lanes.ifPresent(kept -> kept.write(layer, laneDestinations, both));
    long heads = query.size(1);
    VisibleKeys visible = visible(window);
    Tensor kept = own(layer, visible);
    TensorOptional hidden = layer < lastLayer ? visible.mask() : visible.wantedMask();
    if (visible.shared().isEmpty()) {
      if (acrossHeads.isPresent()) {
        return acrossHeads.get().attend(query, kept, hidden);
      }
      return batch.isOneToken() && slots.size(2) < heads
          ? attendInGroups(query, kept, hidden)
          : attend(query, expanded(kept, heads), hidden);
    }
    Tensor own = expanded(kept, heads);
    Tensor shared = expanded(gathered(slots, visible.shared().get(), 1), heads);
    return PartialAttention.of(query, own.select(0, 0), own.select(0, 1), hidden)
        .join(attendToShared(query, shared));
  }

  private VisibleKeys visible(int window) {
    return batch.mostSeen() <= window
        ? everything
        : withinWindows.computeIfAbsent(
            window, width -> VisibleKeys.of(batch, width, pool.placement(), lanes.isPresent()));
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

  /** A head's single query stands beside those that share its keys, as if they were tokens. */
  private static Tensor attendInGroups(Tensor query, Tensor seen, TensorOptional hidden) {
    long groups = seen.size(2);
    Tensor grouped = query.reshape(query.size(0), groups, -1, query.size(3));
    return attend(grouped, seen, hidden).reshape(query.sizes());
  }

  private static Tensor attend(Tensor query, Tensor seen, TensorOptional hidden) {
    return torch.scaled_dot_product_attention(
        query,
        seen.select(0, 0),
        seen.select(0, 1),
        hidden,
        0.0,
        false,
        new DoubleOptional(),
        false);
  }

  private Tensor own(int layer, VisibleKeys visible) {
    return visible.own().isEmpty() && lanes.isPresent()
        ? permuted(lanes.get().keysAndValues(layer, batch.size(), batch.keys()))
        : gathered(pool.layer(layer), visible.own().orElseThrow(), batch.size());
  }

  /** [key or value, rows, keyValueHeads, keys, headSize]. */
  private static Tensor gathered(Tensor slots, Tensor chosen, long rows) {
    return permuted(slots.index_select(0, chosen).view(rows, -1, 2, slots.size(2), slots.size(3)));
  }

  private static Tensor permuted(Tensor byPosition) {
    return byPosition.permute(2, 0, 3, 1, 4);
  }

  /** [key or value, rows, heads, keys, headSize]. */
  private static Tensor expanded(Tensor seen, long heads) {
    if (seen.size(2) == heads) {
      return seen;
    }
    return torch.stack(
        new TensorVector(
            GroupedHeads.expand(seen.select(0, 0), heads),
            GroupedHeads.expand(seen.select(0, 1), heads)),
        0);
  }
}
