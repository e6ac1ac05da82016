package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.MetaTeams.ALL;
import static org.ethogram.games.strategies.MetaTeams.FINITE_MEMORY;
import static org.ethogram.games.strategies.MetaTeams.HUNTERS;
import static org.ethogram.games.strategies.MetaTeams.LONG_MEMORY;
import static org.ethogram.games.strategies.MetaTeams.MEMORY_ONE;

import java.util.Arrays;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.MetaPlayer.Verdict;
import org.ethogram.games.strategies.Strategies.Entry;

/**
 * Strategies that ask a team of other strategies (Axelrod library).
 *
 * <p>There the teams are all strategies of the library, or all of one memory; here they are the
 * deterministic ones of {@link MetaTeams}, so that a meta-player stays the same when the library
 * grows and its chance of cooperation is exact.
 */
final class MetaPlayers {
  private static final String LANGNER = "Karol Langner (Axelrod library)";
  private static final String HARPER = "Marc Harper (Axelrod library)";
  private static final Verdict WINNER = Verdicts::winner;
  private static final Verdict ENSEMBLE = Verdicts::ensemble;

  private MetaPlayers() {}

  static List<Entry> entries() {
    return List.of(
        proposals("meta-majority", LANGNER, ALL, Verdicts::majority),
        proposals("meta-majority-memory-one", HARPER, MEMORY_ONE, Verdicts::majority),
        proposals("meta-majority-finite-memory", HARPER, FINITE_MEMORY, Verdicts::majority),
        proposals("meta-majority-long-memory", HARPER, LONG_MEMORY, Verdicts::majority),
        proposals("meta-minority", LANGNER, ALL, Verdicts::minority),
        proposals("meta-hunter", LANGNER, HUNTERS, Verdicts::hunter),
        proposals(
            "meta-hunter-aggressive",
            HARPER,
            MetaTeams.with(HUNTERS, "cooperator-hunter"),
            Verdicts::hunter),
        asks(
            Draft.of("meta-mixer", "Vince Knight (Axelrod library)").stochastic(),
            ALL,
            false,
            Verdicts::mixture),
        winner("meta-winner", ALL, WINNER, "meta-winner-deterministic"),
        winner("meta-winner-memory-one", MEMORY_ONE, WINNER),
        winner("meta-winner-finite-memory", FINITE_MEMORY, WINNER),
        winner("meta-winner-long-memory", LONG_MEMORY, WINNER),
        winner("nice-meta-winner", ALL, WINNER.nice()),
        ensemble("meta-winner-ensemble", ALL, ENSEMBLE),
        ensemble("nice-meta-winner-ensemble", ALL, ENSEMBLE.nice(), "nmwe-deterministic"),
        ensemble("nmwe-memory-one", MEMORY_ONE, ENSEMBLE.nice()),
        ensemble("nmwe-finite-memory", FINITE_MEMORY, ENSEMBLE.nice()),
        ensemble("nmwe-long-memory", LONG_MEMORY, ENSEMBLE.nice()));
  }

  private static Entry proposals(String name, String source, List<String> team, Verdict verdict) {
    return asks(Draft.of(name, source), team, false, verdict);
  }

  private static Entry winner(
      String name, List<String> team, Verdict verdict, String... otherNames) {
    return asks(Draft.of(name, LANGNER).also(otherNames).usingPayoffs(), team, true, verdict);
  }

  private static Entry ensemble(
      String name, List<String> team, Verdict verdict, String... otherNames) {
    return asks(
        Draft.of(name, HARPER).also(otherNames).stochastic().usingPayoffs(), team, true, verdict);
  }

  private static Entry asks(Draft draft, List<String> team, boolean keepsScores, Verdict verdict) {
    return draft
        .parameters(
            "(members), deterministic strategies such as (tit-for-tat; grim-trigger), "
                + team.size()
                + " of all kinds unless given")
        .takes(
            0,
            Integer.MAX_VALUE,
            arguments ->
                new MetaPlayer(
                    arguments.fullName(), members(arguments, team), keepsScores, verdict));
  }

  private static List<DilemmaStrategy> members(Arguments arguments, List<String> otherwise) {
    List<String> written =
        arguments.values().stream()
            .flatMap(value -> Arrays.stream(value.split(";")))
            .map(String::strip)
            .toList();
    return (written.isEmpty() ? otherwise : written)
        .stream().map(member -> member(arguments.text(), member)).toList();
  }

  private static DilemmaStrategy member(String text, String name) {
    Strategy member = Strategies.named(name);
    if (Strategies.card(name).stochastic() || !(member instanceof DilemmaStrategy strategy)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategy '" + text + "'",
          "'" + name + "' draws its moves, so what it would have done is not certain",
          "Choose members that are deterministic");
    }
    return strategy;
  }
}
