package org.ethogram.evaluations.elicitation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;

/**
 * Estimates a choice by asking for it several times at temperature 1, each time with a seed of its
 * own: the way for models that cannot score.
 *
 * @param draws how often, at least 1
 * @param tokens that an answer may have, at least 1
 */
public record ChoiceSampler(LanguageModel model, int draws, int tokens, Seed seed) {
  /** The answers to the prompt, read by {@link OptionReader}. */
  public CountedChoice count(ScoreRequest request) {
    Seed own = seed.derive(request.prompt().toString());
    List<Callable<Completion>> calls = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      var asked =
          new CompletionRequest(
              request.prompt(),
              tokens,
              Sampling.atTemperature(1),
              List.of(),
              own.derive("draw", draw));
      calls.add(() -> model.complete(asked));
    }
    return counted(request.continuations(), Together.call(calls));
  }

  private static CountedChoice counted(List<String> options, List<Completion> answers) {
    var reader = new OptionReader(options);
    int[] counts = new int[options.size()];
    int unmatched = 0;
    int refused = 0;
    for (Completion answer : answers) {
      OptionalInt option = reader.read(answer.text());
      if (answer.finishReason() == Completion.FinishReason.REFUSED) {
        refused++;
      } else if (option.isEmpty()) {
        unmatched++;
      } else {
        counts[option.getAsInt()]++;
      }
    }
    return new CountedChoice(options, Arrays.stream(counts).boxed().toList(), unmatched, refused);
  }
}
