package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The rotations of the tokens of one pass, the same for every layer.
 *
 * @param cosine [length, 1, rotated] or [batch, length, 1, rotated]
 * @param signedSine the sines, negative for the first half of the coordinates; shaped alike
 */
public record RotaryAngles(Tensor cosine, Tensor signedSine) {
  /**
   * @param heads [batch, length, heads, headSize]; coordinates beyond the rotated ones stay
   */
  public Tensor rotate(Tensor heads) {
    return rotate(heads, cosine, signedSine);
  }

  /**
   * @param heads [batch, length, heads, kinds, headSize], such as queries beside keys
   */
  public Tensor rotatePaired(Tensor heads) {
    return rotate(heads, cosine.unsqueeze(-2), signedSine.unsqueeze(-2));
  }

  private static Tensor rotate(Tensor heads, Tensor cosine, Tensor signedSine) {
    long rotated = cosine.size(-1);
    long rest = heads.size(-1) - rotated;
    if (rest == 0) {
      return turn(heads, cosine, signedSine);
    }
    Tensor turned = turn(heads.narrow(-1, 0, rotated), cosine, signedSine);
    return torch.cat(new TensorVector(turned, heads.narrow(-1, rotated, rest)), -1);
  }

  private static Tensor turn(Tensor heads, Tensor cosine, Tensor signedSine) {
    Tensor partners = heads.roll(new long[] {cosine.size(-1) / 2}, -1);
    return heads.mul(cosine).addcmul(partners, signedSine);
  }
}
