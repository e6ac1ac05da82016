package org.ethogram.evaluations.play;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.games.play.History;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;

/** The players of one drawn match; used by one thread. */
final class SampledSeats {
  private final LanguageModel model;
  private final Lineup lineup;
  private final int attempts;
  private final int labelTokens;
  private final Seed seed;
  private int asked;
  private int answered;

  SampledSeats(LanguageModel model, Lineup lineup, int attempts, int labelTokens, Seed seed) {
    this.model = model;
    this.lineup = lineup;
    this.attempts = attempts;
    this.labelTokens = labelTokens;
    this.seed = seed;
  }

  /** The joint choice of the coming round; empty when the subject gives no answer. */
  Optional<int[]> choose(History history) {
    int[] profile = new int[lineup.choosers().size()];
    for (int seat = 0; seat < profile.length; seat++) {
      Seed draw = seed.derive("seat", seat).derive("round", history.rounds());
      OptionalInt action =
          switch (lineup.choosers().get(seat)) {
            case Chooser.Subject subject -> answer(subject.text(), history, draw);
            case Chooser.Scripted scripted ->
                OptionalInt.of(
                    drawn(scripted.strategy().probabilities(scripted.seat(), history), draw));
          };
      if (action.isEmpty()) {
        return Optional.empty();
      }
      profile[seat] = action.getAsInt();
    }
    return Optional.of(profile);
  }

  Ratio onLabels() {
    return new Ratio(answered, asked);
  }

  private OptionalInt answer(SeatText text, History history, Seed draw) {
    List<String> words = text.actionWords().stream().map(String::strip).toList();
    Prompt prompt = Prompt.of(text.beforeAction(history));
    for (int attempt = 0; attempt < attempts; attempt++) {
      Completion completion =
          model.complete(
              new CompletionRequest(
                  prompt,
                  labelTokens,
                  Sampling.atTemperature(1),
                  List.of(),
                  draw.derive("attempt", attempt)));
      asked++;
      int action = words.indexOf(completion.text().strip());
      if (action >= 0) {
        answered++;
        return OptionalInt.of(action);
      }
    }
    return OptionalInt.empty();
  }

  private static int drawn(double[] probabilities, Seed draw) {
    double left = draw.generator().nextDouble();
    int chosen = 0;
    for (int action = 0; action < probabilities.length; action++) {
      if (probabilities[action] > 0) {
        chosen = action;
        left -= probabilities[action];
        if (left < 0) {
          break;
        }
      }
    }
    return chosen;
  }
}
