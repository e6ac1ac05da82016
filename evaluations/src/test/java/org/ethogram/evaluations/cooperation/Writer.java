package org.ethogram.evaluations.cooperation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ScoreRequest;

/** A reader that cannot be scored and dresses what it writes. */
record Writer(LanguageModel reader, UnaryOperator<String> dress, Completion.FinishReason reason)
    implements LanguageModel {
  static LanguageModel says(String strategyName, UnaryOperator<String> dress) {
    return new Writer(writing(strategyName), dress, Completion.FinishReason.STOP);
  }

  static LanguageModel refusing() {
    return new Writer(writing("tit-for-tat"), text -> text, Completion.FinishReason.REFUSED);
  }

  private static LanguageModel writing(String strategyName) {
    Strategy strategy = Strategies.named(strategyName);
    List<String> sayings = new ArrayList<>(Readers.words());
    IntStream.range(0, 30).forEach(number -> sayings.add(" " + number));
    return Readers.choosing(
        strategyName,
        sayings,
        (parsed, word) ->
            strategy
                .probabilities(
                    new Seat(parsed.game(), 0, new Horizon.Unknown(9)), parsed.history())[
                parsed.words().indexOf(word)]);
  }

  @Override
  public ModelIdentity identity() {
    return reader.identity();
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public Completion complete(CompletionRequest request) {
    Completion plain = reader.complete(request);
    return new Completion(dress.apply(plain.text()), reason, List.of(), plain.usage());
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    throw new IllegalStateException("it was asked for a score");
  }

  @Override
  public void close() {}
}
