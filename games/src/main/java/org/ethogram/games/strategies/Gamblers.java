package org.ethogram.games.strategies;

import java.util.Arrays;
import java.util.List;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies that look a chance of cooperation up in a table. */
final class Gamblers {
  private static final String EVOLVED = "Harper et al. 2017";

  private Gamblers() {}

  static List<Entry> entries() {
    return List.of(
        gambler("pso-gambler-mem-1", 1, 1, 0, "1 0.52173487 0 0.12050939"),
        gambler(
            "pso-gambler-1-1-1", 1, 1, 1, "1 1 0.12304797 0.57740178 0 0 0.13581423 0.11886807"),
        gambler(
            "pso-gambler-2-2-2",
            2,
            2,
            2,
            """
            1 1 1 0 1 0.95280465 0 0 0 0.80897541 0 0 0.02126434 0 0.43278586 0
            0 0 1 0.15140743 1 0 0 0 1 0 0.23563137 0 0 0.65147565 1 0
            0 0.15412392 1 0 0 0.24922166 1 0 0 0 0.00227615 0 0 0 0 1
            0 0 0 0 0 0 0 1 0 0 0 0.77344942 1 0.24523149 1 0
            """),
        gambler(
            "pso-gambler-2-2-2-noise-05",
            2,
            2,
            2,
            """
            1 1 0 0 0 1 0.98603825 1 1 0 0 0.16240799 0.63548102 0 0 0
            1 0 1 0 1 0.13863175 0.06434619 1 1 1 1 1 0 0.7724137 1 0
            0 0 1 0 1 1 0.50999729 1 0 0 0.00524508 0.87463905 0 0.07127653 1 0
            1 0 1 0 0 1 1 1 0 0.28124022 1 0 0 0 1 0
            """),
        Draft.of("zd-mem-2", "Li 2014")
            .memory(2)
            .stochastic()
            .is(
                new LookupTable(
                    "zd-mem-2",
                    2,
                    2,
                    0,
                    new double[] {
                      11 / 12.0, 4 / 11.0, 7 / 9.0, 0.1,
                      5 / 6.0, 3 / 11.0, 7 / 9.0, 0.1,
                      2 / 3.0, 1 / 11.0, 7 / 9.0, 0.1,
                      3 / 4.0, 2 / 11.0, 7 / 9.0, 0.1
                    },
                    "CC")),
        Draft.of("memory-two", "Hilbe, Martinez-Vaquero, Chatterjee & Nowak 2017")
            .memory(2)
            .stochastic()
            .parameters(
                "(16 chances of cooperation), after each combination of the own last two moves and"
                    + " then the other's, from CC,CC by CC,CD to DD,DD; it opens with CC")
            .takes(16, 16, Gamblers::memoryTwo));
  }

  private static Entry gambler(String name, int own, int other, int first, String chances) {
    double[] cooperation =
        Arrays.stream(chances.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    Draft draft = Draft.of(name, EVOLVED).stochastic();
    return (first == 0 ? draft.memory(Math.max(own, other)) : draft)
        .is(new LookupTable(name, own, other, first, cooperation, ""));
  }

  private static Strategy memoryTwo(Arguments arguments) {
    double[] cooperation = new double[16];
    for (int position = 0; position < cooperation.length; position++) {
      cooperation[position] = arguments.probability(position, 0);
    }
    return new LookupTable(arguments.fullName(), 2, 2, 0, cooperation, "CC");
  }
}
