package org.ethogram.torch.runtime;

import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;

/**
 * Where a network shall compute, and with which numbers, in a user's words.
 *
 * @param device {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:n}; auto takes the first
 *     CUDA device where there is one
 * @param type {@code auto}, {@code float32}, {@code bfloat16} or {@code float16}; auto is float32
 *     on the processor and bfloat16 on CUDA
 */
public record PlacementChoice(String device, String type) {
  public static final PlacementChoice AUTO = new PlacementChoice("auto", "auto");

  /** What training and files that are only looked at need, whatever the machine has. */
  public static final PlacementChoice SINGLE_ON_CPU = new PlacementChoice("cpu", "float32");

  private static final List<String> DEVICES = List.of("auto", "cpu", "cuda", "cuda:0");
  private static final List<String> TYPES = List.of("auto", "float32", "bfloat16", "float16");

  /**
   * @throws EthogramException {@code USAGE} for an unknown name, {@code ENVIRONMENT} for a device
   *     that this machine lacks
   */
  public Placement resolve() {
    Natives natives = Natives.start();
    boolean cuda = device.equals("auto") ? natives.hasCuda() : device.startsWith("cuda");
    int number = cuda ? cudaNumber() : 0;
    if (!cuda && !device.equals("auto") && !device.equals("cpu")) {
      throw unknown("device", device, DEVICES);
    }
    ScalarType scalarType = scalarType(cuda);
    int devices = natives.hasCuda() ? torch.cuda_device_count() : 0;
    if (cuda && number >= devices) {
      throw new EthogramException(
          ErrorCode.ENVIRONMENT,
          "device " + device,
          devices == 0
              ? "libtorch sees no CUDA device here"
              : "there are only " + devices + " CUDA devices, numbered from 0",
          "Use --device cpu, or set ETHOGRAM_CUDA=1; 'ethogram doctor' says what is missing");
    }
    String place = cuda ? "cuda:" + number : "cpu";
    return new Placement(new Device(place).retainReference(), scalarType);
  }

  private int cudaNumber() {
    if (device.equals("auto") || device.equals("cuda")) {
      return 0;
    }
    if (!device.matches("cuda:[0-9]{1,3}")) {
      throw unknown("device", device, DEVICES);
    }
    return Integer.parseInt(device.substring("cuda:".length()));
  }

  private ScalarType scalarType(boolean cuda) {
    return switch (type) {
      case "auto" -> cuda ? ScalarType.BFloat16 : ScalarType.Float;
      case "float32" -> ScalarType.Float;
      case "bfloat16" -> ScalarType.BFloat16;
      case "float16" -> ScalarType.Half;
      default -> throw unknown("dtype", type, TYPES);
    };
  }

  private static EthogramException unknown(String what, String given, List<String> known) {
    return new EthogramException(
        ErrorCode.USAGE,
        "--" + what,
        "'" + given + "' is unknown",
        Suggestion.remedy(given, known));
  }
}
