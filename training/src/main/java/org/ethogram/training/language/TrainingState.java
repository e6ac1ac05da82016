package org.ethogram.training.language;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.safetensors.SafetensorsFile;
import org.ethogram.torch.safetensors.SafetensorsWriter;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.FlatParameters;

/**
 * The file from which a training goes on as if it had never stopped: parameters, both moments of
 * the optimiser, and the point reached. It is replaced whole.
 */
final class TrainingState {
  private final Path file;

  TrainingState(Path file) {
    this.file = file;
  }

  /** What a training needs to go on, beside its weights. */
  record Progressed(TrainingPoint point, BatchPlace next) {
    static final Progressed NOTHING = new Progressed(TrainingPoint.START, BatchPlace.FIRST);
  }

  void save(Progressed progressed, FlatParameters parameters, AdamW optimizer) {
    TrainingPoint point = progressed.point();
    BatchPlace next = progressed.next();
    SafetensorsWriter.write(
        file,
        tensors(parameters, optimizer),
        Map.of(
            "step", Long.toString(point.step()),
            "tokens", Long.toString(point.tokens()),
            "group", Long.toString(next.group()),
            "batch", Long.toString(next.batch())));
  }

  /** Restores the last state, or leaves everything as it is where there is none. */
  Progressed restore(FlatParameters parameters, AdamW optimizer) {
    if (!Files.exists(file)) {
      return Progressed.NOTHING;
    }
    try (PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard();
        SafetensorsFile stored = SafetensorsFile.open(file)) {
      Progressed progressed =
          new Progressed(
              new TrainingPoint(number(stored, "step"), number(stored, "tokens")),
              new BatchPlace(number(stored, "group"), (int) number(stored, "batch")));
      tensors(parameters, optimizer)
          .forEach(
              (name, tensor) -> {
                Tensor saved = stored.tensor(name);
                if (saved.numel() != tensor.numel()) {
                  throw damaged(name + " has " + saved.numel() + " values");
                }
                tensor.copy_(saved);
              });
      return progressed;
    }
  }

  private static SequencedMap<String, Tensor> tensors(FlatParameters parameters, AdamW optimizer) {
    SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("parameters", parameters.values());
    tensors.put("first_moment", optimizer.firstMoment());
    tensors.put("second_moment", optimizer.secondMoment());
    return tensors;
  }

  private long number(SafetensorsFile stored, String name) {
    try {
      return Long.parseLong(stored.metadata().getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw damaged("'" + name + "' is no number");
    }
  }

  private EthogramException damaged(String problem) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL,
        file.toString(),
        "this state does not belong to this training: " + problem,
        "Delete its folder to train from the start");
  }
}
