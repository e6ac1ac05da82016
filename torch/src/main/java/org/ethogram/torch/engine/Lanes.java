package org.ethogram.torch.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values of sequences that grow by a token a round, side by side and in order, so that
 * attention reads them where they lie instead of gathering them out of the pool in every round.
 *
 * <p>A copy: the pool keeps what it keeps. A sequence is recognised by the node of the prefix tree
 * in which it ends.
 */
final class Lanes implements AutoCloseable {
  private static final int ROOM = 64;

  private final KeyValuePool pool;
  private final int start;
  private final int columns;
  private final List<Tensor> layers = new ArrayList<>();
  private final @Nullable PrefixNode[] ends;
  private final int[] lengths;

  /**
   * @param start position of the first token whose keys and values are here
   * @param keys of the longest sequence
   */
  Lanes(KeyValuePool pool, int start, int rows, int keys) {
    this.pool = pool;
    this.start = start;
    this.columns = keys + keys / 2 + ROOM;
    int lanes = rows + rows / 4;
    this.ends = new PrefixNode[lanes];
    this.lengths = new int[lanes];
    try (var _ = new PointerScope()) {
      for (int layer = 0; layer < pool.layers(); layer++) {
        layers.add(pool.emptyLanes(lanes, columns).retainReference());
      }
    }
  }

  /** Bytes of lanes for so many rows. */
  static long bytes(KeyValuePool pool, int rows, int keys) {
    return (rows + rows / 4L) * (keys + keys / 2L + ROOM) * pool.bytesPerToken();
  }

  boolean fit(RowBatch batch) {
    return batch.shared() == start && batch.size() <= ends.length && batch.keys() <= columns;
  }

  /** How many of the rows go on where a lane ends. */
  long recognised(List<Row> rows) {
    Map<PrefixNode, Integer> lanes = byEnd();
    return rows.stream().filter(row -> lane(lanes, row) >= 0).count();
  }

  /**
   * Takes the past of every row into a lane of its own.
   *
   * @return the rows in the order of their lanes, which are the first ones
   */
  List<Row> arrange(List<Row> rows) {
    Map<PrefixNode, Integer> lanes = byEnd();
    Row[] arranged = new Row[rows.size()];
    Map<Row, Integer> moving = new HashMap<>();
    List<Row> others = new ArrayList<>();
    for (Row row : rows) {
      int lane = lane(lanes, row);
      boolean taken = lane >= 0 && lane < arranged.length && arranged[lane] != null;
      if (lane < 0 || taken || moving.containsValue(lane)) {
        others.add(row);
      } else if (lane < arranged.length) {
        arranged[lane] = row;
      } else {
        moving.put(row, lane);
        others.add(row);
      }
    }
    Deque<Integer> free =
        new ArrayDeque<>(
            IntStream.range(0, arranged.length)
                .filter(lane -> arranged[lane] == null)
                .boxed()
                .toList());
    for (Row row : others) {
      int lane = free.remove();
      arranged[lane] = row;
      fill(lane, row, moving.get(row));
    }
    Arrays.fill(ends, null);
    return List.of(arranged);
  }

  /** Notes where the sequences end after the round. */
  void follow(List<Row> arranged) {
    for (int lane = 0; lane < arranged.size(); lane++) {
      Row row = arranged.get(lane);
      ends[lane] = row.end();
      lengths[lane] = row.start() + row.count();
    }
  }

  /** Where the keys and values of one new token a row go, int64 [rows]. */
  Tensor destinations(RowBatch batch) {
    long[] destinations = new long[batch.size()];
    for (int lane = 0; lane < destinations.length; lane++) {
      destinations[lane] = (long) lane * columns + batch.rows().get(lane).start() - start;
    }
    return Tensor.create(destinations, destinations.length);
  }

  void write(int layer, Tensor destinations, Tensor keysAndValues) {
    Tensor lanes = layers.get(layer);
    lanes.flatten(0, 1).index_copy_(0, destinations, keysAndValues);
  }

  /** [rows, keys, key or value, head, headSize]. */
  Tensor keysAndValues(int layer, int rows, int keys) {
    return layers.get(layer).narrow(0, 0, rows).narrow(1, 0, keys);
  }

  /** Copies the past of a row from another lane, or else out of the pool. */
  private void fill(int lane, Row row, @Nullable Integer from) {
    int count = row.start() - start;
    if (count == 0) {
      return;
    }
    try (var _ = new PointerScope()) {
      Tensor slots = from == null ? slots(row, count) : null;
      for (int layer = 0; layer < layers.size(); layer++) {
        Tensor past =
            slots == null && from != null
                ? layers.get(layer).select(0, from).narrow(0, 0, count)
                : pool.layer(layer).index_select(0, slots);
        layers.get(layer).select(0, lane).narrow(0, 0, count).copy_(past);
      }
    }
  }

  private Tensor slots(Row row, int count) {
    long[] slots = Arrays.stream(row.past()).skip(start).asLongStream().toArray();
    return pool.placement().placed(Tensor.create(slots, count));
  }

  private Map<PrefixNode, Integer> byEnd() {
    Map<PrefixNode, Integer> lanes = new HashMap<>();
    for (int lane = 0; lane < ends.length; lane++) {
      if (ends[lane] != null) {
        lanes.put(ends[lane], lane);
      }
    }
    return lanes;
  }

  private int lane(Map<PrefixNode, Integer> lanes, Row row) {
    Integer lane = lanes.get(row.above());
    return lane != null && lengths[lane] == row.start() ? lane : -1;
  }

  @Override
  public void close() {
    layers.forEach(Tensor::releaseReference);
    layers.clear();
  }
}
