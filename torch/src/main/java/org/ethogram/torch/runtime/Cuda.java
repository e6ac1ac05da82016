package org.ethogram.torch.runtime;

import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/**
 * The part of libtorch that computes on NVIDIA's devices. It is on the class path of a build with
 * {@code ETHOGRAM_CUDA} set; CUDA itself, cuDNN and NCCL come from the machine.
 *
 * @param isBuild whether the part is on the class path
 * @param problem why it did not load; empty where it did, and where there is none
 */
public record Cuda(boolean isBuild, Optional<String> problem) {
  private static final String PRESETS = "org.bytedeco.cuda.global.cudart";

  static Cuda load() {
    try {
      Class.forName(PRESETS, false, Cuda.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return new Cuda(false, Optional.empty());
    }
    try {
      Loader.load(Class.forName("org.bytedeco.pytorch.global.torch_cuda"));
      return new Cuda(true, Optional.empty());
    } catch (ClassNotFoundException | LinkageError e) {
      Throwable first = e.getCause() == null ? e : e.getCause();
      return new Cuda(true, Optional.of(String.valueOf(first.getMessage())));
    }
  }
}
