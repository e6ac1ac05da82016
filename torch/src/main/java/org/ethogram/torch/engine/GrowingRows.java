package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lanes of the batches that grow, kept from round to round while their sequences go on. */
final class GrowingRows implements AutoCloseable {
  private final KeyValuePool pool;
  private final long mostBytes;
  private final int fewestShared;
  private final List<Lanes> kept = new ArrayList<>();
  private final List<InUse> used = new ArrayList<>();

  /** A batch of this round and its lanes, in the same order. */
  record InUse(RowBatch batch, Lanes lanes) {}

  /**
   * @param mostBytes of one batch's lanes
   */
  GrowingRows(KeyValuePool pool, long mostBytes, int fewestShared) {
    this.pool = pool;
    this.mostBytes = mostBytes;
    this.fewestShared = fewestShared;
  }

  /** Lanes for rows that all grow by a token; none where they would take too much memory. */
  Optional<InUse> place(List<Row> rows) {
    RowBatch batch = new RowBatch(rows, fewestShared);
    if (Lanes.bytes(pool, batch.size(), batch.keys()) > mostBytes) {
      return Optional.empty();
    }
    Lanes lanes = lanes(batch);
    kept.remove(lanes);
    InUse placed = new InUse(new RowBatch(lanes.arrange(rows), fewestShared), lanes);
    used.add(placed);
    return Optional.of(placed);
  }

  /** After a round: what it did not use is dropped. */
  void follow() {
    kept.forEach(Lanes::close);
    kept.clear();
    for (InUse one : used) {
      one.lanes().follow(one.batch().rows());
      kept.add(one.lanes());
    }
    used.clear();
  }

  private Lanes lanes(RowBatch batch) {
    return kept.stream()
        .filter(lanes -> lanes.fit(batch) && lanes.recognised(batch.rows()) > 0)
        .max(Comparator.comparingLong(lanes -> lanes.recognised(batch.rows())))
        .orElseGet(() -> new Lanes(pool, batch.shared(), batch.size(), batch.keys()));
  }

  /** Drops all lanes, as between calls. */
  void clear() {
    used.forEach(one -> one.lanes().close());
    used.clear();
    kept.forEach(Lanes::close);
    kept.clear();
  }

  @Override
  public void close() {
    clear();
  }
}
