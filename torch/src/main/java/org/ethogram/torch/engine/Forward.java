package org.ethogram.torch.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.adapters.AdapterRows;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.runtime.Placement;
import org.ethogram.torch.runtime.SideBySide;

/**
 * Passes of batches of rows through the network, and the predictions read from them.
 *
 * <p>On the processor batches are computed side by side: they are independent, each writes slots of
 * its own and answers readouts of its own.
 */
final class Forward implements AutoCloseable {
  private static final int FEWEST_SHARED = 32;
  private static final int NEVER_SHARED = Integer.MAX_VALUE;
  private static final long SMALL_NETWORK = 1_000_000;
  private static final int SMALL_NETWORK_PART = 16;
  private static final int PART = 8;

  private final CausalNetwork network;
  private final KeyValuePool pool;
  private final Placement place;
  private final GrowingRows growing;
  private final PreparedMaps maps;
  private final boolean isSmall;

  /**
   * @param laneBytes most memory for the keys and values of one batch that grows
   */
  Forward(CausalNetwork network, KeyValuePool pool, long laneBytes) {
    this.network = network;
    this.pool = pool;
    this.place = pool.placement();
    this.growing = new GrowingRows(pool, laneBytes, fewestShared());
    this.maps = PreparedMaps.of(network);
    this.isSmall = network.nonEmbeddingParameters() < SMALL_NETWORK;
  }

  void run(List<List<Row>> batches) {
    List<Supplier<Boolean>> passes = batches.stream().map(this::pass).toList();
    if (place.isCpu()) {
      SideBySide.run(passes);
    } else {
      for (Supplier<Boolean> pass : passes) {
        boolean _ = pass.get();
      }
    }
  }

  /** A pass of a small network costs much the same for 8 tokens as for 16. */
  int fewestPartTokens() {
    if (!place.isCpu()) {
      return Batches.WHOLE;
    }
    return isSmall ? SMALL_NETWORK_PART : PART;
  }

  /** Lanes are given to a batch at once, on the engine's thread. */
  private Supplier<Boolean> pass(List<Row> rows) {
    Optional<GrowingRows.InUse> placed =
        rows.getFirst().isGrowing() ? growing.place(rows) : Optional.empty();
    return () -> {
      compute(rows, placed);
      return true;
    };
  }

  private void compute(List<Row> rows, Optional<GrowingRows.InUse> placed) {
    try (var _ = new InferenceMode(true);
        var _ = new PointerScope()) {
      RowBatch batch =
          placed.isPresent() ? placed.get().batch() : new RowBatch(rows, fewestShared());
      Tensor tokens = place.placed(batch.tokens());
      CachedAttention attention =
          new CachedAttention(pool, batch, placed.map(GrowingRows.InUse::lanes));
      Tensor hidden =
          adapted(
              batch.rows().stream().map(Row::adapter).toList(),
              () -> network.hiddenStates(tokens, attention));
      Predictions predictions = Predictions.wantedFrom(batch);
      if (!predictions.isEmpty()) {
        Tensor flat = hidden.view(-1, network.shape().width());
        Tensor wanted =
            predictions.areOfEveryLine(flat.size(0))
                ? flat
                : flat.index_select(0, place.placed(predictions.lines()));
        Tensor logits =
            adapted(predictions.adapters(), () -> network.logits(wanted)).to(ScalarType.Float);
        predictions.read(logits.cpu(), torch.log_softmax(logits, -1).cpu());
      }
    }
  }

  /** Once all rows of a round are in the prefix tree. */
  void endRound() {
    growing.follow();
  }

  /** Frees what is kept from round to round. */
  void rest() {
    growing.clear();
  }

  @Override
  public void close() {
    growing.close();
    maps.close();
  }

  /** Attention in two parts exists only on the processor, and pays only there. */
  private int fewestShared() {
    return place.isCpu() ? FEWEST_SHARED : NEVER_SHARED;
  }

  private Tensor adapted(List<Optional<Adapter>> adapters, Supplier<Tensor> pass) {
    return adapters.stream().allMatch(Optional::isEmpty)
        ? maps.during(pass)
        : AdapterRows.of(adapters).during(pass);
  }
}
