package org.ethogram.training.initialization;

import java.util.List;

/**
 * To which earlier token each head of the first layer attends before any training.
 *
 * <p>To read "oak against rose gives 5" a model must first know, at the 5, which words stand just
 * before it; only then can a later layer find the 5 from a question that names the words (the
 * previous-token and induction heads of Olsson et al. 2022). A miniature model spends most of its
 * training waiting for such heads to form. Given from the start, they leave the reading itself to
 * be learnt.
 *
 * @param offsets how many tokens back each head looks; heads beyond the list are left to chance
 * @param sharpness by which power of e the neighbours of that token get less attention
 */
public record LookBack(List<Integer> offsets, double sharpness) {
  /** No head is given anything. */
  public static final LookBack NONE = new LookBack(List.of(), 1);

  public LookBack {
    offsets = List.copyOf(offsets);
    if (!(sharpness > 0) || offsets.stream().anyMatch(offset -> offset < 0)) {
      throw new IllegalArgumentException("not a look back: " + offsets + ", " + sharpness);
    }
  }

  /**
   * The biases of the fused query-key-value projection of the first layer, head by head.
   *
   * <p>With query (A, 0) and key (A cos f k, A sin f k) in the plane that turns by f a token,
   * rotary embedding makes the score of the token d back proportional to cos f (d - k), which is
   * largest at d = k.
   *
   * @param heads of the layer
   * @param headSize coordinates of a head
   * @param rotated how many of them turn with the position; even
   * @param rotaryBase of the slowest turn
   */
  float[] biases(int heads, int headSize, int rotated, double rotaryBase) {
    float[] biases = new float[heads * 3 * headSize];
    int planes = rotated / 2;
    double spread = 0;
    for (int plane = 0; plane < planes; plane++) {
      spread += 1 - Math.cos(turn(plane, rotated, rotaryBase));
    }
    double amplitude = Math.sqrt(sharpness * Math.sqrt(headSize) / spread);
    for (int head = 0; head < Math.min(heads, offsets.size()); head++) {
      int query = head * 3 * headSize;
      int key = query + headSize;
      for (int plane = 0; plane < planes; plane++) {
        double angle = turn(plane, rotated, rotaryBase) * offsets.get(head);
        biases[query + plane] = (float) amplitude;
        biases[key + plane] = (float) (amplitude * Math.cos(angle));
        biases[key + plane + planes] = (float) (amplitude * Math.sin(angle));
      }
    }
    return biases;
  }

  private static double turn(int plane, int rotated, double rotaryBase) {
    return Math.pow(rotaryBase, -2.0 * plane / rotated);
  }
}
