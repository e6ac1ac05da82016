package org.ethogram.lab.recipe;

import java.nio.file.Path;
import java.util.List;

/** Which weights a training moves. */
public sealed interface Trained {
  void describe(Settings settings);

  /** All of the model. */
  record Everything() implements Trained {
    @Override
    public void describe(Settings settings) {
      settings.put("train", "all");
    }
  }

  /** A LoRA adapter; the model stays as it is. */
  sealed interface OfAdapter extends Trained {}

  /**
   * An adapter that changes nothing yet.
   *
   * @param targets ends of the names of the maps it adds to; empty means all but the output
   *     embedding
   * @param rankStabilised whether the factor is alpha / sqrt(rank) instead of alpha / rank
   */
  record NewAdapter(int rank, double alpha, List<String> targets, boolean rankStabilised)
      implements OfAdapter {
    @Override
    public void describe(Settings settings) {
      settings.put("train.adapter.rank", rank);
      settings.put("train.adapter.alpha", alpha);
      settings.put("train.adapter.targets", targets.isEmpty() ? "all-linear" : targets);
      settings.put("train.adapter.rank-stabilised", rankStabilised);
    }
  }

  /**
   * An adapter that goes on from an earlier one.
   *
   * @param folder in the PEFT library's files
   */
  record GivenAdapter(Path folder) implements OfAdapter {
    @Override
    public void describe(Settings settings) {
      settings.path("train.adapter", folder);
    }
  }
}
