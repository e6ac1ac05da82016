package org.ethogram.cli.games.solutions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.cli.games.solutions.Section.Draft;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.evolutionary.EvolutionaryStability;
import org.ethogram.games.solutions.selection.Potential;
import org.ethogram.games.solutions.selection.TwoByTwo;

/** Stability, dominance between equilibria, and potentials. */
final class SelectionSection {
  private SelectionSection() {}

  static Section stable(Game game) {
    Draft draft = new Draft(Concept.ESS.label(), "Evolutionarily stable strategies");
    List<List<Rational>> stable = EvolutionaryStability.of(game);
    draft.line(stable.size() + " in all; every support tried, exact.");
    for (List<Rational> strategy : stable) {
      draft.line("  " + Fractions.strategy(game.actions(0), strategy));
      draft.object().put("strategy", Fractions.json(game.actions(0), strategy));
    }
    if (stable.isEmpty()) {
      draft.object().put("count", 0);
    }
    return draft.section();
  }

  static Section dominance(Game game) {
    Draft draft = new Draft(Concept.SELECTION.label(), "Risk and payoff dominance");
    TwoByTwo choice =
        TwoByTwo.of(game)
            .orElseThrow(
                () ->
                    new EthogramException(
                        ErrorCode.INVALID_DATA,
                        "game '" + game.name() + "'",
                        "risk dominance needs two players, two actions each, two strict equilibria",
                        "Choose such a game, or follow the quantal response path"));
    draft.line("risk-dominant: " + text(game, choice.riskDominant()));
    draft.line("  products of deviation losses: " + Fractions.list(choice.deviationLosses()));
    draft.line("payoff-dominant: " + text(game, choice.payoffDominant()));
    Map<String, Object> fields = draft.object();
    choice
        .riskDominant()
        .ifPresent(one -> fields.put("riskDominant", Fractions.json(game, one.profile())));
    choice
        .payoffDominant()
        .ifPresent(one -> fields.put("payoffDominant", Fractions.json(game, one.profile())));
    fields.put("deviationLosses", Fractions.json(choice.deviationLosses()));
    return draft.section();
  }

  static Section potential(Game game) {
    Draft draft = new Draft(Concept.POTENTIAL.label(), "Exact potential");
    Optional<Potential> potential = Potential.of(game);
    Map<String, Object> fields = draft.object();
    fields.put("exists", potential.isPresent());
    if (potential.isEmpty()) {
      draft.line("The game has no exact potential.");
      return draft.section();
    }
    List<List<String>> maximisers =
        potential.get().maximisers().stream().map(index -> names(game, index)).toList();
    draft.line("It is largest, and a pure equilibrium, at:");
    maximisers.forEach(names -> draft.line("  " + String.join(", ", names)));
    fields.put("maximisers", maximisers);
    fields.put("values", Fractions.json(potential.get().values()));
    return draft.section();
  }

  private static List<String> names(Game game, int index) {
    int[] profile = game.profiles().get(index);
    return IntStream.range(0, game.seats())
        .mapToObj(seat -> game.actions(seat).get(profile[seat]))
        .toList();
  }

  private static String text(Game game, Optional<Equilibrium> equilibrium) {
    return equilibrium.map(one -> Fractions.profile(game, one.profile())).orElse("neither");
  }
}
