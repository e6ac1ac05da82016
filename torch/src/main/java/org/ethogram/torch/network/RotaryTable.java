package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/**
 * Rotary position embedding in the rotate-half layout: coordinate i turns with coordinate i + r/2,
 * where r is the number of rotated coordinates.
 *
 * <p>Source: Su et al. 2021, "RoFormer", section 3.2; the layout is that of GPT-NeoX.
 */
public final class RotaryTable implements AutoCloseable {
  private final Tensor cosine;
  private final Tensor signedSine;

  /**
   * @param rotated how many coordinates of a head turn; even
   * @param base period base, usually 10000
   */
  public RotaryTable(int contextLength, int rotated, double base) {
    float[] cosines = new float[contextLength * rotated];
    float[] sines = new float[contextLength * rotated];
    int half = rotated / 2;
    for (int position = 0; position < contextLength; position++) {
      for (int pair = 0; pair < half; pair++) {
        double angle = position * Math.pow(base, -2.0 * pair / rotated);
        int first = position * rotated + pair;
        cosines[first] = (float) Math.cos(angle);
        cosines[first + half] = (float) Math.cos(angle);
        sines[first] = (float) -Math.sin(angle);
        sines[first + half] = (float) Math.sin(angle);
      }
    }
    cosine = Tensor.create(cosines, contextLength, 1, rotated).retainReference();
    signedSine = Tensor.create(sines, contextLength, 1, rotated).retainReference();
  }

  /** Positions 0, 1, ... of every sequence. */
  public RotaryAngles fromStart(long length) {
    return new RotaryAngles(cosine.narrow(0, 0, length), signedSine.narrow(0, 0, length));
  }

  /**
   * @param positions int64 [batch x length], row after row
   */
  public RotaryAngles at(Tensor positions, long batch, long length) {
    long rotated = cosine.size(2);
    return new RotaryAngles(
        cosine.index_select(0, positions).view(batch, length, 1, rotated),
        signedSine.index_select(0, positions).view(batch, length, 1, rotated));
  }

  @Override
  public void close() {
    cosine.releaseReference();
    signedSine.releaseReference();
  }
}
