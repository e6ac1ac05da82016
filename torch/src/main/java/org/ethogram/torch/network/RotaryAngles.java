package org.ethogram.torch.network;

import org.bytedeco.pytorch.Scalar;
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

  /**
   * The same rotations as complex numbers, for heads in which coordinates that turn together are
   * neighbours; 1 for coordinates that stay.
   *
   * @return [length, 1, headSize / 2] or [batch, length, 1, headSize / 2]
   */
  Tensor turns(long headSize) {
    long half = cosine.size(-1) / 2;
    long[] staying = {0, headSize / 2 - half};
    Tensor real = torch.constant_pad_nd(cosine.narrow(-1, 0, half), staying, new Scalar(1.0));
    Tensor imaginary =
        torch.constant_pad_nd(signedSine.narrow(-1, half, half), staying, new Scalar(0.0));
    return torch.view_as_complex(torch.stack(new TensorVector(real, imaginary), -1));
  }

  private static Tensor rotate(Tensor heads, Tensor cosine, Tensor signedSine) {
    long rotated = cosine.size(-1);
    long rest = heads.size(-1) - rotated;
    if (rest == 0) {
      return turn(heads, cosine, signedSine);
    }
    TensorVector parts = heads.split_with_sizes(new long[] {rotated, rest}, -1);
    return torch.cat(new TensorVector(turn(parts.get(0), cosine, signedSine), parts.get(1)), -1);
  }

  private static Tensor turn(Tensor heads, Tensor cosine, Tensor signedSine) {
    Tensor partners = heads.roll(new long[] {cosine.size(-1) / 2}, -1);
    return heads.mul(cosine).addcmul(partners, signedSine);
  }
}
