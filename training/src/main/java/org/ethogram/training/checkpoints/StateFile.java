package org.ethogram.training.checkpoints;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.safetensors.SafetensorsFile;
import org.ethogram.torch.safetensors.SafetensorsWriter;

/**
 * The file from which a training goes on as if it had never stopped: tensors, such as parameters
 * and the moments of an optimiser, and what else it must know, by name. It is replaced whole.
 */
public record StateFile(Path file) {
  public void save(Map<String, String> known, SequencedMap<String, Tensor> tensors) {
    SafetensorsWriter.write(file, tensors, known);
  }

  /**
   * Writes what was saved into the tensors.
   *
   * @return what else was saved; empty, with the tensors as they were, where there is no file
   * @throws EthogramException {@code INVALID_MODEL} when a tensor is missing or of another size
   */
  public Optional<Map<String, String>> restore(SequencedMap<String, Tensor> tensors) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard();
        SafetensorsFile stored = SafetensorsFile.open(file)) {
      tensors.forEach(
          (name, tensor) -> {
            Tensor saved = stored.tensor(name);
            if (saved.numel() != tensor.numel()) {
              throw foreign(
                  name + " has " + saved.numel() + " values instead of " + tensor.numel());
            }
            tensor.copy_(saved);
          });
      return Optional.of(Map.copyOf(stored.metadata()));
    }
  }

  /** Says that this is the state of another training. */
  public EthogramException foreign(String problem) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL,
        file.toString(),
        "this state does not belong to this training: " + problem,
        "Restore the settings it was made with, or delete its folder to train from the start");
  }
}
