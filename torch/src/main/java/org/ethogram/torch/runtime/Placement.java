package org.ethogram.torch.runtime;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Where a network computes, and with which floating-point numbers.
 *
 * @param type float32, bfloat16 or float16
 */
public record Placement(Device device, ScalarType type) {
  public static Placement of(Tensor tensor) {
    return new Placement(
        new Device(tensor.device()).retainReference(), tensor.scalar_type().intern());
  }

  public boolean isCpu() {
    return device.is_cpu();
  }

  /** Name of the type in {@code config.json}. */
  public String typeName() {
    return switch (type) {
      case BFloat16 -> "bfloat16";
      case Half -> "float16";
      default -> "float32";
    };
  }

  /** Such as {@code cpu} or {@code cuda:0}. */
  public String deviceName() {
    return device.str().getString();
  }

  /** Numbers as type and device ask; counts keep their type. */
  public Tensor placed(Tensor tensor) {
    boolean floating = torch.isFloatingType(tensor.scalar_type());
    if (isCpu() && (!floating || tensor.scalar_type().intern() == type)) {
      return tensor;
    }
    return tensor.to(device, floating ? type : tensor.scalar_type());
  }

  public TensorOptional placed(TensorOptional tensor) {
    return tensor.has_value() ? new TensorOptional(placed(tensor.get())) : tensor;
  }

  /** For tensors that are made where they are used. */
  public TensorOptions options() {
    return new TensorOptions(device).dtype(new ScalarTypeOptional(type));
  }
}
