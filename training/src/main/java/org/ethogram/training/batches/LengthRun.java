package org.ethogram.training.batches;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Neighbours in a packed row that have one length.
 *
 * @param sequences how many, at least 1
 */
record LengthRun(int sequences, int length) {
  static List<LengthRun> of(int[] lengths) {
    List<LengthRun> runs = new ArrayList<>();
    for (int length : lengths) {
      boolean goesOn = !runs.isEmpty() && runs.getLast().length() == length;
      int before = goesOn ? runs.removeLast().sequences() : 0;
      runs.add(new LengthRun(before + 1, length));
    }
    return runs;
  }

  int tokens() {
    return sequences * length;
  }

  /**
   * @param perToken [tokens, heads, headSize]
   * @return [sequences, heads, length, headSize]
   */
  Tensor sideBySide(Tensor perToken) {
    return perToken.view(sequences, length, perToken.size(1), perToken.size(2)).transpose(1, 2);
  }
}
