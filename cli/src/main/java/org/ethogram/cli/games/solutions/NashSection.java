package org.ethogram.cli.games.solutions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ethogram.cli.games.solutions.Section.Draft;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.nash.NashEquilibria;
import org.ethogram.games.solutions.nash.NashEquilibria.Degeneracy;
import org.ethogram.games.solutions.nash.NashSubset;
import org.ethogram.games.solutions.nash.PureEquilibria;
import org.ethogram.games.solutions.polynomial.MixedEquilibria;

/** Nash equilibria: of two players in fractions, of more by homotopy. */
final class NashSection {
  private NashSection() {}

  static Section pure(Game game) {
    Draft draft = new Draft(Concept.PURE.label(), "Pure Nash equilibria");
    List<Equilibrium> equilibria = PureEquilibria.of(game);
    summary(draft, "every profile looked at", true, equilibria.size());
    equilibria(draft, game, equilibria);
    return draft.section();
  }

  static Section all(Game game, Seed seed) {
    return of(game, seed, new Draft(Concept.NASH.label(), "Nash equilibria"), one -> true);
  }

  static Section mixed(Game game, Seed seed) {
    Draft draft = new Draft(Concept.MIXED.label(), "Mixed Nash equilibria");
    return of(game, seed, draft, one -> !one.isPure());
  }

  private static Section of(Game game, Seed seed, Draft draft, Predicate<Equilibrium> wanted) {
    if (game.seats() == 2) {
      two(draft, game, wanted);
    } else {
      more(draft, game, seed, wanted);
    }
    return draft.section();
  }

  private static void two(Draft draft, Game game, Predicate<Equilibrium> wanted) {
    NashEquilibria nash = NashEquilibria.of(game);
    List<Equilibrium> equilibria = nash.equilibria().stream().filter(wanted).toList();
    String method = nash.method().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String statement =
        nash.isComplete()
            ? "all "
                + (nash.degeneracy() == Degeneracy.DEGENERATE ? "extreme " : "")
                + "equilibria, in exact fractions, by vertex enumeration"
            : "perhaps not all: the ends of the Lemke-Howson paths from every label, exact;"
                + " the game is too large for complete enumeration";
    Map<String, Object> fields = summary(draft, statement, nash.isComplete(), equilibria.size());
    fields.put("method", method);
    switch (nash.degeneracy()) {
      case NONDEGENERATE -> fields.put("degenerate", false);
      case DEGENERATE -> {
        fields.put("degenerate", true);
        draft.line("The game is degenerate: equilibria may come in connected sets.");
      }
      case NOT_SEEN -> draft.line("Whether the game is degenerate is not known.");
    }
    equilibria(draft, game, equilibria);
    nash.subsets().stream()
        .filter(subset -> !subset.isSingle())
        .forEach(subset -> subset(draft, game, subset));
  }

  /** A set of which every mixture of one side's strategies goes with every one of the other's. */
  private static void subset(Draft draft, Game game, NashSubset subset) {
    draft.line(
        "set in component "
            + (subset.component() + 1)
            + ": any mixture of { "
            + strategies(game.actions(0), subset.rows())
            + " } with any mixture of { "
            + strategies(game.actions(1), subset.columns())
            + " }");
    Map<String, Object> fields = draft.object();
    fields.put("component", subset.component() + 1);
    fields.put(
        "rows", subset.rows().stream().map(row -> Fractions.json(game.actions(0), row)).toList());
    fields.put(
        "columns",
        subset.columns().stream().map(column -> Fractions.json(game.actions(1), column)).toList());
  }

  private static String strategies(List<String> actions, List<List<Rational>> strategies) {
    return strategies.stream()
        .map(strategy -> Fractions.strategy(actions, strategy))
        .collect(Collectors.joining("; "));
  }

  private static void more(Draft draft, Game game, Seed seed, Predicate<Equilibrium> wanted) {
    MixedEquilibria mixed = MixedEquilibria.of(game, seed);
    List<Equilibrium> equilibria = mixed.equilibria().stream().filter(wanted).toList();
    boolean proven = mixed.supports() == 0;
    Map<String, Object> fields =
        summary(draft, statement(mixed, proven), proven, equilibria.size());
    fields.put("method", "homotopy");
    fields.put("regular", mixed.regular());
    fields.put("supports", mixed.supports());
    fields.put("paths", mixed.paths());
    equilibria(draft, game, equilibria);
  }

  private static String statement(MixedEquilibria mixed, boolean proven) {
    if (proven) {
      return "all equilibria: dominance leaves no support on which anybody mixes";
    }
    return "pure ones all; mixed ones by homotopy over "
        + mixed.supports()
        + " supports ("
        + mixed.paths()
        + " paths), "
        + (mixed.regular()
            ? "every path ended at a regular solution: all were found with probability one,"
                + " which is no proof"
            : "some paths ended at irregular solutions or some equilibrium has ties: others,"
                + " or connected sets of them, may be missing");
  }

  private static Map<String, Object> summary(
      Draft draft, String statement, boolean proven, int count) {
    draft.line(count + " listed; " + statement + ".");
    Map<String, Object> fields = draft.object();
    fields.put("count", count);
    fields.put("complete", proven);
    fields.put("completeness", statement);
    return fields;
  }

  private static void equilibria(Draft draft, Game game, List<Equilibrium> equilibria) {
    for (int number = 1; number <= equilibria.size(); number++) {
      Equilibrium equilibrium = equilibria.get(number - 1);
      draft.line("%3d. %s".formatted(number, Fractions.profile(game, equilibrium.profile())));
      draft.line(
          "     payoffs "
              + Fractions.list(equilibrium.payoffs())
              + (equilibrium.isExact()
                  ? "; exact"
                  : "; rounded, largest regret " + Fractions.decimal(equilibrium.regret())));
      Map<String, Object> fields = draft.object();
      fields.put("equilibrium", number);
      fields.put("strategies", Fractions.json(game, equilibrium.profile()));
      fields.put("payoffs", Fractions.json(equilibrium.payoffs()));
      fields.put("exact", equilibrium.isExact());
      fields.put("regret", equilibrium.regret().toDouble());
    }
  }
}
