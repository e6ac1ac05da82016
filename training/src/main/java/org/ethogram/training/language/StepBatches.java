package org.ethogram.training.language;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.training.batches.Batch;
import org.ethogram.training.batches.BatchPlace;
import org.ethogram.training.batches.BatchStream;

/**
 * The micro-batches of one step.
 *
 * @param next where those of the next step begin
 */
record StepBatches(List<Batch> batches, BatchPlace next) {
  static StepBatches from(BatchStream stream, BatchPlace first, int count) {
    List<Batch> batches = new ArrayList<>();
    BatchPlace place = first;
    for (int which = 0; which < count; which++) {
      batches.add(stream.batch(place));
      place = stream.next(place);
    }
    return new StepBatches(batches, place);
  }

  /** Sum of the weights of all that is predicted in the step: what its loss is divided by. */
  double totalWeight(String place) {
    double total = batches.stream().mapToDouble(Batch::totalWeight).sum();
    if (total == 0) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          place,
          "nothing is to be predicted in its sequences",
          "Leave out sequences without a token of weight above 0, or make the batches larger");
    }
    return total;
  }

  /** Tokens without padding. */
  long tokens() {
    return batches.stream().mapToLong(Batch::tokenCount).sum();
  }

  /** Which part of what the network reads is not padding. */
  double realTokenShare() {
    long read = batches.stream().mapToLong(batch -> (long) batch.rows() * batch.length()).sum();
    return (double) tokens() / read;
  }

  /** Those that one of several processes computes. */
  List<Batch> shareOf(int rank, int processes) {
    List<Batch> share = new ArrayList<>();
    for (int which = rank; which < batches.size(); which += processes) {
      share.add(batches.get(which));
    }
    return share;
  }
}
