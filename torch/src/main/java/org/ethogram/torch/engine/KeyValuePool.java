package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.NetworkShape;
import org.ethogram.torch.runtime.Placement;

/**
 * The keys and values of tokens, one slot a token, one tensor a layer.
 *
 * <p>The tensors grow by doubling. Slot 0 holds zeros and is read where a batch is padded; slot 1
 * is written there.
 */
final class KeyValuePool implements AutoCloseable {
  static final int ZEROS = 0;
  static final int WASTE = 1;
  private static final int FIRST = 2;
  private static final int SMALLEST = 1024;

  private final NetworkShape shape;
  private final Placement placement;
  private final int limit;
  private final long bytesPerToken;
  private final List<Tensor> layers = new ArrayList<>();
  private int[] free = {};
  private int freeCount;
  private int capacity;

  /**
   * @param placement of the network, whose keys and values these are
   */
  KeyValuePool(NetworkShape shape, Placement placement, long bytes) {
    this.shape = shape;
    this.placement = placement;
    this.bytesPerToken =
        2L
            * torch.elementSize(placement.type())
            * shape.layers()
            * shape.keyValueHeads()
            * shape.headSize();
    this.limit = Math.clamp(bytes / bytesPerToken, SMALLEST, Integer.MAX_VALUE / 4);
    resize(SMALLEST);
  }

  int layers() {
    return layers.size();
  }

  /** [slot, key or value, head, headSize] of one layer. */
  Tensor layer(int index) {
    return layers.get(index);
  }

  /** Zeros, [lane, position, key or value, head, headSize] of one layer. */
  Tensor emptyLanes(int lanes, int positions) {
    long[] sizes = {lanes, positions, 2, shape.keyValueHeads(), shape.headSize()};
    return torch.zeros(sizes, placement.options());
  }

  /** Over all layers. */
  long bytesPerToken() {
    return bytesPerToken;
  }

  Placement placement() {
    return placement;
  }

  int freeSlots() {
    return freeCount;
  }

  int capacity() {
    return capacity;
  }

  int usedSlots() {
    return capacity - FIRST - freeCount;
  }

  /** Frees every slot. */
  void reclaim() {
    freeCount = 0;
    for (int slot = capacity - 1; slot >= FIRST; slot--) {
      free[freeCount++] = slot;
    }
  }

  /** How many slots more would fit without exceeding the memory that was set aside. */
  int roomToGrow() {
    return Math.max(0, limit - capacity);
  }

  /** Adds slots so that at least {@code count} are free. */
  void growTo(int count) {
    int needed = capacity + count - freeCount;
    int doubled = (int) Math.min(2L * capacity, Math.max(limit, needed));
    resize(Math.max(needed, doubled));
  }

  int[] take(int count) {
    freeCount -= count;
    return Arrays.copyOfRange(free, freeCount, freeCount + count);
  }

  void give(int[] slots) {
    System.arraycopy(slots, 0, free, freeCount, slots.length);
    freeCount += slots.length;
  }

  private void resize(int size) {
    long[] sizes = {size, 2, shape.keyValueHeads(), shape.headSize()};
    try (var _ = new PointerScope()) {
      for (int index = 0; index < shape.layers(); index++) {
        Tensor larger = torch.empty(sizes, placement.options(), null);
        larger.narrow(0, 0, FIRST).zero_();
        if (index < layers.size()) {
          Tensor smaller = layers.get(index);
          larger.narrow(0, 0, capacity).copy_(smaller);
          smaller.releaseReference();
          layers.set(index, larger.retainReference());
        } else {
          layers.add(larger.retainReference());
        }
      }
    }
    int first = Math.max(capacity, FIRST);
    free = Arrays.copyOf(free, size);
    for (int slot = size - 1; slot >= first; slot--) {
      free[freeCount++] = slot;
    }
    capacity = size;
  }

  @Override
  public void close() {
    layers.forEach(Tensor::releaseReference);
    layers.clear();
  }
}
