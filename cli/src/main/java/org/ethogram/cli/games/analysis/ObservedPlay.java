package org.ethogram.cli.games.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.games.measures.Play;
import org.ethogram.games.records.PlayedMatch;

/**
 * What one player did in one match.
 *
 * @param match its name, which the play at the other seats shares
 */
record ObservedPlay(String match, String player, Play play) {
  /**
   * @param seat from 1; 0 for all
   */
  static List<ObservedPlay> of(List<PlayedMatch> matches, int seat) {
    List<ObservedPlay> observed = new ArrayList<>();
    for (int index = 0; index < matches.size(); index++) {
      PlayedMatch match = matches.get(index);
      for (int at = 0; at < match.players().size(); at++) {
        if (seat == 0 || seat == at + 1) {
          observed.add(
              new ObservedPlay(
                  index + " " + match.name(), match.players().get(at), match.play(at)));
        }
      }
    }
    return observed;
  }

  static List<Play> plays(List<ObservedPlay> observed) {
    return observed.stream().map(ObservedPlay::play).toList();
  }
}
