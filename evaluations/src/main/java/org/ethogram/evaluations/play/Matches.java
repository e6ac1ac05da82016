package org.ethogram.evaluations.play;

import java.util.List;
import org.ethogram.core.Ratio;
import org.ethogram.games.Game;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;

/**
 * How the matches of a lineup go.
 *
 * @param rounds of a complete match
 * @param histories whose weights sum to 1 less what was drawn without an answer; a history that is
 *     shorter than a match is a branch that was cut
 * @param leftOut the share of matches that were not followed to their end: branches too improbable,
 *     or drawn matches without an answer. A rate over all rounds is off by at most this much
 * @param onLabels how much of the subject's answers were action words at all
 * @param refused how many of its answers were refusals; undefined where nothing was written
 */
public record Matches(
    Lineup lineup,
    int rounds,
    List<WeightedHistory> histories,
    Ratio leftOut,
    Ratio onLabels,
    Ratio refused) {
  public Matches {
    histories = List.copyOf(histories);
  }

  /** The subject's play, seen from each seat that it had. */
  public List<Play> plays(Game game) {
    return lineup.subjectSeats().stream()
        .map(seat -> new Play(game, seat, rounds, histories))
        .toList();
  }
}
