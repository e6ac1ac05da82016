package org.ethogram.torch.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.network.CausalNetwork;

/** Answers queries on one network, within the memory set aside for keys and values. */
final class RoundRunner implements AutoCloseable {
  private static final long LEAST_LANE_BYTES = 16L << 20;

  private final KeyValuePool pool;
  private final Forward forward;
  private final int batchTokens;
  private final Map<Optional<Adapter>, PrefixTree> shared = new HashMap<>();
  private final boolean prefixCache;
  private long round;

  RoundRunner(CausalNetwork network, LocalModelOptions options) {
    pool = new KeyValuePool(network.shape(), network.placement(), options.cacheBytes());
    forward = new Forward(network, pool, Math.max(options.cacheBytes(), LEAST_LANE_BYTES));
    batchTokens = options.batchTokens();
    prefixCache = options.prefixCache();
  }

  /** Where a new call keeps its sequences: among those of its adapter, or on its own. */
  PrefixTree tree(Optional<Adapter> adapter) {
    return prefixCache ? shared.computeIfAbsent(adapter, PrefixTree::new) : new PrefixTree(adapter);
  }

  /** Drops what a call kept on its own. */
  void release(Work<?> work) {
    PrefixTree tree = work.tree();
    if (!prefixCache && tree != null) {
      tree.clear(pool::give);
    }
  }

  /**
   * @param inFlight all calls, whose sequences stay even where this round does not ask for them
   */
  void run(List<Query> queries, List<Work<?>> inFlight) {
    Round planned = Round.of(queries, ++round);
    List<Row> rows = planned.rows();
    makeRoom(rows.stream().mapToInt(Row::count).sum(), inFlight);
    List<Row> again = rows.stream().filter(row -> !row.isNew()).toList();
    rows.forEach(row -> row.write(pool.take(row.count())));
    for (List<Row> wave : planned.waves()) {
      forward.run(Batches.of(wave, batchTokens, forward.fewestPartTokens()));
    }
    List<Row> added = rows.stream().filter(Row::isNew).toList();
    rows.forEach(Row::finish);
    added.forEach(Row::joinAbove);
    forward.endRound();
    again.forEach(row -> pool.give(row.destination()));
  }

  private void makeRoom(int count, List<Work<?>> inFlight) {
    int missing = count - pool.freeSlots();
    if (missing > 0 && missing > pool.roomToGrow()) {
      inFlight.forEach(this::use);
      // Evicting more than is missing keeps the search for leaves rare.
      PrefixTree.evict(shared.values(), Math.max(missing, pool.capacity() / 8), round, pool::give);
    }
    if (count > pool.freeSlots()) {
      pool.growTo(count);
    }
  }

  private void use(Work<?> work) {
    PrefixTree tree = work.tree();
    if (tree != null) {
      tree.use(work.sequence(), round);
    }
  }

  /** Frees what only calls in flight need, when there are none. */
  void rest() {
    forward.rest();
  }

  int cachedTokens() {
    return pool.usedSlots();
  }

  /** Forgets all sequences, after a failure that left some of them half computed. */
  void forget() {
    shared.values().forEach(tree -> tree.clear(slots -> {}));
    pool.reclaim();
    forward.rest();
  }

  @Override
  public void close() {
    forward.close();
    pool.close();
  }
}
