package org.ethogram.cli.games.solutions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.solutions.correlated.CorrelatedEquilibrium.Kind;
import org.ethogram.games.solutions.quantal.LogitPath;

/** What concepts say of a game. */
public final class Sections {
  private Sections() {}

  /**
   * @param mostLambda of the quantal response path
   * @throws EthogramException {@code INVALID_DATA} where the concept does not apply to the game
   */
  public static Section of(Game game, Concept concept, Seed seed, OptionalDouble mostLambda) {
    return switch (concept) {
      case NASH -> NashSection.all(game, seed);
      case PURE -> NashSection.pure(game);
      case MIXED -> NashSection.mixed(game, seed);
      case DOMINANCE -> DominanceSection.of(game);
      case MINIMAX -> MinimaxSection.of(game);
      case CORRELATED -> CorrelatedSection.of(game, Kind.CORRELATED);
      case COARSE_CORRELATED -> CorrelatedSection.of(game, Kind.COARSE);
      case QRE -> QuantalSection.of(game, LogitPath.of(game, mostLambda));
      case NASH_AVERAGING -> NashAveragingSection.of(game);
      case ESS -> SelectionSection.stable(game);
      case SELECTION -> SelectionSection.dominance(game);
      case POTENTIAL -> SelectionSection.potential(game);
    };
  }

  /** What stands in the place of a section that does not apply. */
  public static Section notApplicable(Concept concept, EthogramException reason) {
    Map<String, Object> fields =
        Map.of("concept", concept.label(), "notApplicable", reason.problem());
    return new Section(
        concept.label().replace('-', ' ').toUpperCase(Locale.ROOT).charAt(0)
            + concept.label().replace('-', ' ').substring(1),
        List.of("n/a: " + reason.problem() + ". " + reason.remedy() + "."),
        List.of(fields));
  }
}
