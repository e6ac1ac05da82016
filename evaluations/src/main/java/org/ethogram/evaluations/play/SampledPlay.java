package org.ethogram.evaluations.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.elicitation.AnswerForm;
import org.ethogram.evaluations.elicitation.Together;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.History;
import org.ethogram.models.LanguageModel;

/**
 * Play drawn match by match from what the subject writes: the second way, which checks the exact
 * one.
 *
 * <p>A text that is no action word is asked for again, as often as {@code attempts} allows; a match
 * without an answer after that ends and is left out, as an invalid answer has no payoff. So is one
 * that is refused, which is counted apart.
 *
 * @param count how many matches a lineup plays, at least 1
 * @param attempts how often an answer may be asked for, at least 1
 * @param form how an answer is asked for and read
 */
public record SampledPlay(
    LanguageModel model, int rounds, int count, int attempts, AnswerForm form, Seed seed) {
  /** One match: its history where it was played to its end. */
  private record Drawn(Optional<History> history, Ratio onLabels, Ratio refused) {}

  public List<Matches> play(List<Lineup> lineups) {
    List<Callable<Drawn>> work = new ArrayList<>();
    for (Lineup lineup : lineups) {
      for (int match = 0; match < count; match++) {
        Seed own = seed.derive(lineup.name(), match);
        work.add(() -> match(lineup, own));
      }
    }
    List<Drawn> drawn = Together.call(work);
    return IntStream.range(0, lineups.size())
        .mapToObj(i -> summary(lineups.get(i), drawn.subList(i * count, (i + 1) * count)))
        .toList();
  }

  private Drawn match(Lineup lineup, Seed own) {
    SampledSeats seats = new SampledSeats(model, lineup, attempts, form, own);
    History history = History.start(lineup.choosers().size());
    while (history.rounds() < rounds) {
      Optional<int[]> profile = seats.choose(history);
      if (profile.isEmpty()) {
        return new Drawn(Optional.empty(), seats.onLabels(), seats.refused());
      }
      history = history.with(profile.get());
    }
    return new Drawn(Optional.of(history), seats.onLabels(), seats.refused());
  }

  private Matches summary(Lineup lineup, List<Drawn> drawn) {
    List<WeightedHistory> histories =
        drawn.stream()
            .flatMap(match -> match.history().stream())
            .map(history -> new WeightedHistory(history, 1.0 / count))
            .toList();
    return new Matches(
        lineup,
        rounds,
        histories,
        new Ratio(count - histories.size(), count),
        drawn.stream().map(Drawn::onLabels).reduce(Ratio.UNDEFINED, Ratio::plus),
        drawn.stream().map(Drawn::refused).reduce(Ratio.UNDEFINED, Ratio::plus));
  }
}
