package org.ethogram.torch.network;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** The numbers inside tensors, as plain arrays. */
public final class TensorValues {
  private TensorValues() {}

  public static double[] of(Tensor tensor) {
    float[] values = new float[(int) tensor.numel()];
    try (Tensor flat = tensor.contiguous()) {
      flat.data_ptr_float().get(values);
    }
    double[] doubles = new double[values.length];
    for (int index = 0; index < values.length; index++) {
      doubles[index] = values[index];
    }
    return doubles;
  }

  public static Map<String, double[]> of(CausalNetwork network) {
    return of(network.parameters());
  }

  public static Map<String, double[]> of(Map<String, Tensor> tensors) {
    Map<String, double[]> values = new HashMap<>();
    tensors.forEach((name, tensor) -> values.put(name, of(tensor)));
    return values;
  }
}
