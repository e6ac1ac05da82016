package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** Which computes each line. */
  List<Optional<Adapter>> adapters() {
    return adapters;
  }

  /** Numbers of the readouts' tokens among the wanted tokens of the batch, int64 [readouts]. */
  Tensor lines() {
    return Tensor.create(lines.stream().mapToLong(Integer::longValue).toArray(), lines.size());
  }

  /**
   * @param logProbabilities [readouts, vocabulary]
   */
  void read(Tensor logProbabilities) {
    long vocabulary = logProbabilities.size(1);
    float[] values = values(logProbabilities.view(-1).index_select(0, cells(vocabulary)));
    int next = 0;
    for (int line = 0; line < readouts.size(); line++) {
      int[] targets = readouts.get(line).targets();
      if (targets == null) {
        readouts.get(line).fill(values(logProbabilities.select(0, line)));
      } else {
        readouts.get(line).fill(Arrays.copyOfRange(values, next, next + targets.length));
        next += targets.length;
      }
    }
  }

  private Tensor cells(long vocabulary) {
    long[] cells =
        new long
            [readouts.stream()
                .mapToInt(readout -> readout.targets() == null ? 0 : readout.targets().length)
                .sum()];
    int next = 0;
    for (int line = 0; line < readouts.size(); line++) {
      int[] targets = readouts.get(line).targets();
      if (targets != null) {
        for (int target : targets) {
          cells[next++] = line * vocabulary + target;
        }
      }
    }
    return Tensor.create(cells, cells.length);
  }

  private static float[] values(Tensor line) {
    float[] values = new float[(int) line.numel()];
    if (values.length > 0) {
      line.data_ptr_float().get(values);
    }
    return values;
  }
}
