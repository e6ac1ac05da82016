package org.ethogram.evaluations.cooperation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ethogram.core.Ratio;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.play.Matches;
import org.ethogram.games.Game;
import org.ethogram.games.estimation.StrategyFrequencies;
import org.ethogram.games.measures.Cooperation;
import org.ethogram.games.measures.Measures;
import org.ethogram.games.measures.Play;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies;

/**
 * The measures of play, for each opponent and pooled over the scripted ones.
 *
 * <p>Where the subject plays itself, every seat counts. In the pool each opponent counts alike.
 */
record PlayMeasures(Game game, int rounds) {
  static final String OPPONENT = "opponent";

  /** The pool of the scripted opponents. */
  static final String PANEL = "panel";

  /**
   * The strategies of Dal Bo & Frechette 2011, table 6, and the one that begins with a defection.
   */
  private static final List<Strategy> STRATEGIES =
      Stream.of(
              "always-cooperate",
              "always-defect",
              "tit-for-tat",
              "suspicious-tit-for-tat",
              "grim-trigger",
              "win-stay-lose-shift",
              "tit-for-two-tats")
          .map(Strategies::named)
          .toList();

  List<Measurement> of(List<Matches> lineups) {
    Figures figures = new Figures();
    Map<Figure, Ratio> panel = new LinkedHashMap<>();
    for (Matches matches : lineups) {
      String opponent = matches.lineup().name();
      Map<Figure, Ratio> ratios = ratios(matches.plays(game));
      ratios.forEach((figure, ratio) -> add(figures, opponent, figure, ratio));
      if (!opponent.equals(Opponent.SELF_NAME)) {
        ratios.forEach((figure, ratio) -> panel.merge(figure, ratio, Ratio::plus));
      }
      figures.add("left-out-mass", Map.of(OPPONENT, opponent), matches.leftOut());
      figures.add("label-mass", Map.of(OPPONENT, opponent), matches.onLabels());
      if (matches.refused().value().isPresent()) {
        figures.add("refused-answers", Map.of(OPPONENT, opponent), matches.refused());
      }
    }
    panel.forEach((figure, ratio) -> add(figures, PANEL, figure, ratio));
    if (!panel.isEmpty() && hasCooperation()) {
      figures.add("spitefulness-contrast", Map.of(OPPONENT, PANEL), contrast(panel));
      strategies(figures, lineups);
    }
    return figures.all();
  }

  /** A measure, in one round or, as 0, over all. */
  private record Figure(String measure, int round) {}

  private Map<Figure, Ratio> ratios(List<Play> plays) {
    Map<Figure, Ratio> ratios = new LinkedHashMap<>();
    Measures.all()
        .forEach((name, measure) -> ratios.put(new Figure(name, 0), pooled(plays, measure)));
    // What is undefined because the game knows no cooperation is not reported for it.
    ratios.values().removeIf(ratio -> !hasCooperation() && ratio.value().isEmpty());
    for (int round = 1; round <= rounds && hasCooperation(); round++) {
      int number = round;
      ratios.put(
          new Figure("cooperation-in-round", round),
          pooled(plays, play -> Cooperation.inRound(play, number)));
    }
    if (!hasCooperation()) {
      ratios.put(new Figure("own-favourite-rate", 0), pooled(plays, OwnFavourite::rate));
    }
    return ratios;
  }

  private static void add(Figures figures, String opponent, Figure figure, Ratio ratio) {
    figures.add(
        figure.measure(),
        figure.round() == 0
            ? Map.of(OPPONENT, opponent)
            : Map.of(OPPONENT, opponent, "round", Integer.toString(figure.round())),
        ratio);
  }

  private void strategies(Figures figures, List<Matches> lineups) {
    List<Play> plays =
        lineups.stream()
            .filter(matches -> !matches.lineup().name().equals(Opponent.SELF_NAME))
            .flatMap(matches -> matches.plays(game).stream())
            .toList();
    StrategyFrequencies frequencies = StrategyFrequencies.of(plays, STRATEGIES);
    frequencies
        .shares()
        .forEach(
            (strategy, share) ->
                figures.add(
                    "strategy-share",
                    Map.of(OPPONENT, PANEL, "strategy", strategy),
                    new Ratio(share, 1)));
    figures.add("strategy-tremble", Map.of(OPPONENT, PANEL), new Ratio(frequencies.tremble(), 1));
  }

  private static Ratio contrast(Map<Figure, Ratio> panel) {
    return ForcedHistories.difference(
        panel.getOrDefault(new Figure("lasting-defection", 0), Ratio.UNDEFINED),
        panel.getOrDefault(new Figure("exploitation", 0), Ratio.UNDEFINED));
  }

  private boolean hasCooperation() {
    return game.cooperativeAction().isPresent();
  }

  private static Ratio pooled(List<Play> plays, Function<Play, Ratio> measure) {
    return plays.stream().map(measure).reduce(Ratio.UNDEFINED, Ratio::plus);
  }
}
