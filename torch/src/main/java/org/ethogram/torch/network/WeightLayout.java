package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/** How the weight of an affine map lies in files and in memory. */
public enum WeightLayout {
  /** [out, in], as nearly all have it. */
  OUT_IN,
  /** [in, out], as GPT-2 has it; {@code fan_in_fan_out} in the PEFT library. */
  IN_OUT;

  /** A weight [out, in] as it lies here, and the other way round: a view. */
  public Tensor turned(Tensor weight) {
    return this == OUT_IN ? weight : weight.t();
  }

  long[] shape(long out, long in) {
    return this == OUT_IN ? new long[] {out, in} : new long[] {in, out};
  }
}
