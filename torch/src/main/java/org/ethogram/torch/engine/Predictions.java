package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.adapters.Adapter;

/** The predictions that are wanted from one batch, one line a readout. */
final class Predictions {
  private final List<Readout> readouts = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final List<Optional<Adapter>> adapters = new ArrayList<>();

  private Predictions() {}

  static Predictions wantedFrom(RowBatch batch) {
    Predictions predictions = new Predictions();
    for (int index = 0; index < batch.size(); index++) {
      Row row = batch.rows().get(index);
      int next = 0;
      for (Readout readout : row.readouts()) {
        predictions.readouts.add(readout);
        predictions.adapters.add(row.adapter());
        predictions.lines.add(index * batch.mostWanted() + next++);
      }
    }
    return predictions;
  }

  boolean isEmpty() {
    return readouts.isEmpty();
  }

  /** Whether the readouts want every token of the batch, in its order. */
  boolean areOfEveryLine(long count) {
    return lines.size() == count && lines.getLast() == count - 1;
  }

  /** Which computes each line. */
  List<Optional<Adapter>> adapters() {
    return adapters;
  }

  /** Numbers of the readouts' tokens among the wanted tokens of the batch, int64 [readouts]. */
  Tensor lines() {
    return Tensor.create(lines.stream().mapToLong(Integer::longValue).toArray(), lines.size());
  }

  /**
   * @param logits float32 [readouts, vocabulary], on the processor
   * @param logProbabilities shaped alike
   */
  void read(Tensor logits, Tensor logProbabilities) {
    Prediction prediction = new Prediction(logits, logProbabilities);
    for (int line = 0; line < readouts.size(); line++) {
      readouts.get(line).read(prediction.ofLine(line));
    }
  }
}
