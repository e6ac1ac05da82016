package org.ethogram.lab.training;

import java.util.List;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.lab.recipe.Recipe;
import org.ethogram.lab.recipe.TrainingData;

/** What a recipe reads, before any tokenizer, divided into what is trained on and what is kept. */
sealed interface RawData {
  /** Texts that are learnt whole. */
  record Texts(Division<String> division) implements RawData {
    @Override
    public Stream<String> trainingTexts() {
      return division.training().stream();
    }
  }

  /** What is to be done likewise. */
  record Shown(Division<Example> division) implements RawData {
    @Override
    public Stream<String> trainingTexts() {
      return division.training().stream().map(Example::text);
    }
  }

  /** What a tokenizer may learn from. */
  Stream<String> trainingTexts();

  static RawData read(Recipe recipe, BadRows bad) {
    TrainingData data = recipe.data();
    Seed drawing = recipe.seed().derive("held out");
    return switch (data.source()) {
      case TrainingData.Language language -> {
        List<String> all = Documents.of(language, recipe.seed().derive("documents"), bad);
        yield new Texts(
            switch (filled(all, bad, data.heldOut())) {
              case TrainingData.HeldOut.None _ -> new Division<>(all, List.of());
              case TrainingData.HeldOut.Share share -> Division.drawn(all, share.share(), drawing);
              case TrainingData.HeldOut.Files files ->
                  new Division<>(all, Documents.ofFiles(language, files.files(), bad));
            });
      }
      case TrainingData.Supervised supervised -> {
        List<Example> all = Examples.of(supervised, bad);
        yield new Shown(
            switch (filled(all, bad, data.heldOut())) {
              case TrainingData.HeldOut.None _ -> new Division<>(all, List.of());
              case TrainingData.HeldOut.Share share -> Division.drawn(all, share.share(), drawing);
              case TrainingData.HeldOut.Files files ->
                  new Division<>(all, Examples.of(supervised.of(files.files()), bad));
            });
      }
    };
  }

  private static TrainingData.HeldOut filled(
      List<?> all, BadRows bad, TrainingData.HeldOut heldOut) {
    if (all.isEmpty()) {
      bad.settle();
      throw new EthogramException(
          ErrorCode.INVALID_DATA, "data", "there is nothing to train on", "Give more data");
    }
    return heldOut;
  }
}
