package org.ethogram.cli.games.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.play.Strategy;

/**
 * All figures of observed play: of everybody together where there are several players, then of each
 * player, then the mixture of strategies.
 *
 * @param memory how many rounds the longer tables look back; 0 for none
 * @param nearest how many of the nearest strategies are listed; 0 for none
 */
record Analysis(
    List<Strategy> mixture,
    Independence independence,
    int memory,
    int nearest,
    int resamples,
    Seed seed) {
  Analysis {
    mixture = List.copyOf(mixture);
  }

  List<AnalysisFigure> of(List<ObservedPlay> observed) {
    boolean cooperation =
        observed.stream().map(one -> one.play().game()).distinct().allMatch(Analysis::cooperates);
    List<Strategy> candidates = cooperation && nearest > 0 ? Candidates.of(observed) : List.of();
    List<PlayerFigures> groups = new ArrayList<>();
    List<String> names = observed.stream().map(ObservedPlay::player).distinct().toList();
    if (names.size() > 1) {
      groups.add(new PlayerFigures(AnalysisFigure.ALL, observed, independence));
    }
    for (String name : names) {
      List<ObservedPlay> own = observed.stream().filter(one -> one.player().equals(name)).toList();
      groups.add(new PlayerFigures(name, own, Independence.MATCH));
    }
    List<AnalysisFigure> figures = new ArrayList<>();
    for (PlayerFigures group : groups) {
      figures.addAll(group.measures(seed, resamples));
      if (cooperation) {
        figures.addAll(group.memoryOne());
        figures.addAll(memory > 0 ? group.memory(memory) : List.of());
        figures.addAll(nearest > 0 ? group.nearest(candidates, nearest) : List.of());
      }
    }
    if (cooperation) {
      figures.addAll(new StrategyShares(mixture, independence, resamples, seed).of(observed));
    }
    return figures;
  }

  private static boolean cooperates(Game game) {
    return game.cooperativeAction().isPresent() && game.actions(0).size() == 2;
  }
}
