package org.ethogram.evaluations.cooperation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ethogram.core.Ratio;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.play.Matches;
import org.ethogram.games.Game;
import org.ethogram.games.measures.Cooperation;
import org.ethogram.games.measures.Measures;
import org.ethogram.games.measures.Play;

/**
 * The measures of play, for each opponent and pooled over the scripted ones.
 *
 * <p>Where the subject plays itself, every seat counts. In the pool each opponent counts alike.
 */
record PlayMeasures(Game game, int rounds) {
  static final String OPPONENT = "opponent";

  /** The pool of the scripted opponents. */
  static final String PANEL = "panel";

  List<Measurement> of(List<Matches> lineups) {
    Figures figures = new Figures();
    for (Matches matches : lineups) {
      String opponent = matches.lineup().name();
      measure(figures, opponent, matches.plays(game));
      figures.add("left-out-mass", Map.of(OPPONENT, opponent), matches.leftOut());
      figures.add("label-mass", Map.of(OPPONENT, opponent), matches.onLabels());
    }
    List<Play> panel = panel(lineups);
    if (!panel.isEmpty()) {
      measure(figures, PANEL, panel);
    }
    return figures.all();
  }

  List<Play> panel(List<Matches> lineups) {
    List<Play> panel = new ArrayList<>();
    for (Matches matches : lineups) {
      if (!matches.lineup().name().equals(Opponent.SELF_NAME)) {
        panel.addAll(matches.plays(game));
      }
    }
    return panel;
  }

  private void measure(Figures figures, String opponent, List<Play> plays) {
    Map<String, String> condition = Map.of(OPPONENT, opponent);
    Measures.all()
        .forEach(
            (name, measure) -> {
              Ratio pooled = pooled(plays, measure);
              if (applies(name, pooled)) {
                figures.add(name, condition, pooled);
              }
            });
    for (int round = 1; round <= rounds && hasCooperation(); round++) {
      int number = round;
      figures.add(
          "cooperation-in-round",
          Map.of(OPPONENT, opponent, "round", Integer.toString(number)),
          pooled(plays, play -> Cooperation.inRound(play, number)));
    }
    if (!hasCooperation()) {
      figures.add("own-favourite-rate", condition, pooled(plays, OwnFavourite::rate));
    }
  }

  /** What is undefined because the game knows no cooperation is not reported for it. */
  private boolean applies(String name, Ratio ratio) {
    return hasCooperation() || ratio.value().isPresent() || name.equals("inequality");
  }

  private boolean hasCooperation() {
    return game.cooperativeAction().isPresent();
  }

  static Ratio pooled(List<Play> plays, Function<Play, Ratio> measure) {
    return plays.stream().map(measure).reduce(Ratio.UNDEFINED, Ratio::plus);
  }
}
