package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/**
 * Rotary position embedding in the rotate-half layout: coordinate i turns with coordinate i + r/2,
 * where r is the number of rotated coordinates.
 *
 * <p>Source: Su et al. 2021, "RoFormer", section 3.2; the layout is that of GPT-NeoX.
 */
public final class RotaryTable {
  private final int rotated;
  private final Tensor cosine;
  private final Tensor signedSine;

  /**
   * @param parameters of the network, with which the table is freed
   * @param rotated how many coordinates of a head turn; even
   * @param base period base, usually 10000
   */
  public RotaryTable(
      Parameters parameters, int contextLength, int rotated, double base, RotaryScaling scaling) {
    this.rotated = rotated;
    double[] frequencies = scaling.frequencies(rotated, base);
    double magnitude = scaling.magnitude();
    float[] cosines = new float[contextLength * rotated];
    float[] sines = new float[contextLength * rotated];
    int half = rotated / 2;
    for (int position = 0; position < contextLength; position++) {
      for (int pair = 0; pair < half; pair++) {
        double angle = position * frequencies[pair];
        int first = position * rotated + pair;
        cosines[first] = (float) (magnitude * Math.cos(angle));
        cosines[first + half] = cosines[first];
        sines[first + half] = (float) (magnitude * Math.sin(angle));
        sines[first] = -sines[first + half];
      }
    }
    cosine = parameters.constant(cosines, contextLength, 1, rotated);
    signedSine = parameters.constant(sines, contextLength, 1, rotated);
  }

  /** How many coordinates of a head turn. */
  public int rotated() {
    return rotated;
  }

  /** The rotations of the tokens of one pass. */
  RotaryAngles angles(Attention attention) {
    return new RotaryAngles(attention.ofPositions(cosine), attention.ofPositions(signedSine));
  }
}
