package org.ethogram.torch.serialization;

import java.nio.file.Path;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.pickle.PickleException;

/** Messages about files that are not read. */
final class Damage {
  private Damage() {}

  static EthogramException of(Path file, String problem) {
    return of(file.toString(), problem);
  }

  static EthogramException of(String place, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL, place, problem, "Fetch or save the file again");
  }

  static EthogramException of(Path file, PickleException cause) {
    return cause.isRefused()
        ? new EthogramException(
            ErrorCode.INVALID_MODEL,
            file.toString(),
            cause.problem(),
            "Save the model's state dictionary alone, or use safetensors",
            cause)
        : of(file, cause.problem());
  }
}
