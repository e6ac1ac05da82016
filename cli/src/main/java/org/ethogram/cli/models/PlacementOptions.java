package org.ethogram.cli.models;

import org.ethogram.torch.runtime.PlacementChoice;
import picocli.CommandLine.Option;

/** Where a local model computes, and with which numbers. */
public final class PlacementOptions {
  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "DEVICE",
      description = "auto (default), cpu, cuda or cuda:N; auto is CUDA where there is a device.")
  private String device;

  @Option(
      names = "--dtype",
      defaultValue = "auto",
      paramLabel = "TYPE",
      description =
          "auto (default), float32, bfloat16 or float16; auto is float32 on the processor and"
              + " bfloat16 on CUDA.")
  private String type;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public PlacementOptions() {}

  public PlacementChoice choice() {
    return new PlacementChoice(device, type);
  }
}
