package org.ethogram.training.language;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.training.batches.BatchPlace;
import org.ethogram.training.checkpoints.StateFile;
import org.ethogram.training.checkpoints.TrainingPoint;
import org.ethogram.training.optimization.Updates;

/**
 * The state of a language training: parameters, both moments of the optimiser, the point reached
 * and the place in the data.
 *
 * <p>Every random draw follows from the seed and that place, so there is no other random state. The
 * settings that give the place its meaning are kept with it and must be the same when it is read.
 */
final class TrainingState {
  private final StateFile file;
  private final SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
  private final SequencedMap<String, String> data = new LinkedHashMap<>();

  TrainingState(Path file, Updates updates, LanguageTrainingSettings settings) {
    this.file = new StateFile(file);
    tensors.put("parameters", updates.parameters().values());
    tensors.put("first_moment", updates.optimizer().firstMoment());
    tensors.put("second_moment", updates.optimizer().secondMoment());
    data.put("seed", Long.toString(settings.seed().value()));
    data.put("batching", settings.batches().batching().name());
    data.put("batch_tokens", Integer.toString(settings.batches().tokens()));
    data.put("context_length", Integer.toString(settings.contextLength()));
    data.put("accumulation", Integer.toString(settings.batches().count()));
  }

  /** What a training needs to go on, beside its weights. */
  record Progressed(TrainingPoint point, BatchPlace next) {
    static final Progressed NOTHING = new Progressed(TrainingPoint.START, BatchPlace.FIRST);

    long[] numbers() {
      return new long[] {point.step(), point.tokens(), next.group(), next.batch()};
    }

    static Progressed of(long[] numbers) {
      return new Progressed(
          new TrainingPoint(numbers[0], numbers[1]), new BatchPlace(numbers[2], (int) numbers[3]));
    }
  }

  void save(Progressed progressed) {
    SequencedMap<String, String> known = new LinkedHashMap<>(data);
    known.put("step", Long.toString(progressed.point().step()));
    known.put("tokens", Long.toString(progressed.point().tokens()));
    known.put("group", Long.toString(progressed.next().group()));
    known.put("batch", Long.toString(progressed.next().batch()));
    file.save(known, tensors);
  }

  /** Restores the last state, or leaves everything as it is where there is none. */
  Progressed restore() {
    return file.restore(tensors).map(this::progressed).orElse(Progressed.NOTHING);
  }

  /** What {@link #restore} and an update change, in a fixed order. */
  SequencedMap<String, Tensor> tensors() {
    return tensors;
  }

  private Progressed progressed(Map<String, String> known) {
    data.forEach(
        (name, value) -> {
          String saved = known.getOrDefault(name, "unknown");
          if (!saved.equals(value)) {
            throw file.foreign("its %s is %s and not %s".formatted(name, saved, value));
          }
        });
    return new Progressed(
        new TrainingPoint(number(known, "step"), number(known, "tokens")),
        new BatchPlace(number(known, "group"), (int) number(known, "batch")));
  }

  private long number(Map<String, String> known, String name) {
    try {
      return Long.parseLong(known.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw file.foreign("'" + name + "' is no number");
    }
  }
}
