package org.ethogram.evaluations.play;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.elicitation.AnswerForm;
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
  private final AnswerForm form;
  private final Seed seed;
  private int asked;
  private int answered;
  private int refused;

  SampledSeats(LanguageModel model, Lineup lineup, int attempts, AnswerForm form, Seed seed) {
    this.model = model;
    this.lineup = lineup;
    this.attempts = attempts;
    this.form = form;
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

  Ratio refused() {
    return new Ratio(refused, asked);
  }

  private OptionalInt answer(SeatText text, History history, Seed draw) {
    Prompt prompt = Prompt.of(text.beforeAction(history));
    for (int attempt = 0; attempt < attempts; attempt++) {
      Completion completion =
          model.complete(
              new CompletionRequest(
                  prompt,
                  form.tokens(),
                  Sampling.atTemperature(1),
                  List.of(),
                  draw.derive("attempt", attempt)));
      asked++;
      if (completion.finishReason() == Completion.FinishReason.REFUSED) {
        refused++;
        continue;
      }
      OptionalInt action = form.read(text.actionWords(), completion.text());
      if (action.isPresent()) {
        answered++;
        return action;
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
