package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.move;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies of one or two rounds' memory, and the zero-determinant family. */
final class ShortMemories {
  private static final String STEWART_PLOTKIN = "Stewart & Plotkin 2012";
  private static final String KUHN = "van den Berg & De Witte 2015";

  private ShortMemories() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("win-shift-lose-stay", "Li, Hingston & Kendall 2011")
            .also("reverse-pavlov")
            .memoryOne(0, 0, 1, 1, 0),
        Draft.of("suspicious-win-stay-lose-shift", "Binmore 1994, as tat for tit; Volij 2002")
            .also("suspicious-pavlov")
            .memoryOne(0, 1, 0, 0, 1),
        Draft.of("reactive", "Nowak & Sigmund 1990")
            .memory(1)
            .stochastic()
            .parameters(
                "(first, p, q), the chances of cooperation in the first round, after the other's"
                    + " cooperation and after its defection")
            .takes(3, 3, ShortMemories::reactive),
        Draft.of("firm-but-fair", "Frean 1994").stochastic().memoryOne(1, 1, 0, 1, 2.0 / 3),
        Draft.of("stochastic-cooperator", "Adami & Hintze 2013")
            .stochastic()
            .memoryOne(1, 0.935, 0.229, 0.266, 0.42),
        Draft.of("stochastic-wsls", "Amaral et al. 2016")
            .stochastic()
            .memoryOne(1, 0.95, 0.05, 0.05, 0.95),
        Draft.of("soft-joss", "PRISON 1998").stochastic().memoryOne(1, 1, 0.1, 1, 0.1),
        Draft.of("all-c-or-all-d", "Axelrod library").stochastic().memoryOne(0.6, 1, 1, 0, 0),
        Draft.of("desperate", KUHN).stochastic().memoryOne(0.5, 0, 0, 0, 1),
        Draft.of("hopeless", KUHN).stochastic().memoryOne(0.5, 0, 1, 1, 1),
        Draft.of("willing", KUHN).stochastic().memoryOne(0.5, 1, 1, 1, 0),
        Draft.of("negation", "PRISON 1998").stochastic().memoryOne(0.5, 0, 1, 0, 1),
        zeroDeterminant("zd-extortion", "Roemheld 2013", 0.2, 0.1, _ -> 1),
        zeroDeterminant("zd-extort-2", STEWART_PLOTKIN, 1 / 9.0, 0.5, Linear.PUNISHMENT),
        zeroDeterminant("zd-extort-2-v2", "Kuhn 2017", 1 / 8.0, 0.5, _ -> 1),
        zeroDeterminant("zd-extort-3", "Press & Dyson 2012", 3 / 26.0, 1 / 3.0, _ -> 1),
        zeroDeterminant("zd-extort-4", "Stewart & Plotkin 2013", 4 / 17.0, 0.25, _ -> 1),
        zeroDeterminant("zd-gen-2", "Kuhn 2017", 1 / 8.0, 0.5, _ -> 3),
        zeroDeterminant("zd-gtft-2", STEWART_PLOTKIN, 0.25, 0.5, Linear.REWARD),
        zeroDeterminant("zd-mischief", "Roemheld 2013", 0.1, 0, _ -> 1),
        zeroDeterminant("zd-set-2", "Kuhn 2017", 0.25, 0, _ -> 2),
        Draft.of("zero-determinant", "Press & Dyson 2012; Stewart & Plotkin 2013")
            .also("zd")
            .memory(1)
            .stochastic()
            .parameters(
                "(slope, baseline, phi): other's payoff - baseline = slope * (own payoff -"
                    + " baseline), the baseline being P, R or a number; phi is how strongly it"
                    + " reacts, half of the most that the payoffs allow unless given; such as (1/2,"
                    + " P, 1/9)")
            .usingPayoffs()
            .takes(2, 3, ShortMemories::zeroDeterminant),
        Draft.of("aon-2", "Hilbe, Martinez-Vaquero, Chatterjee & Nowak 2017")
            .memory(2)
            .plays(diary -> allOrNone(diary, 2)),
        Draft.of("aon", "Hilbe, Martinez-Vaquero, Chatterjee & Nowak 2017")
            .parameters("(k), all or none over the last k rounds")
            .takes(
                1,
                1,
                arguments -> {
                  int rounds = arguments.count(0, 1);
                  return new DiaryStrategy(
                      arguments.fullName(), _ -> diary -> allOrNone(diary, rounds));
                }),
        Draft.of("delayed-aon-1", "Hilbe, Martinez-Vaquero, Chatterjee & Nowak 2017")
            .memory(2)
            .plays(
                diary ->
                    diary.rounds() >= 2 && !diary.self(1) && !diary.other(1)
                        ? C
                        : allOrNone(diary, 2)),
        Draft.of("mem-2", "Li & Kendall 2014").keepsState(Mem2::new));
  }

  /** Cooperates when in each of the last rounds either both cooperated or both defected. */
  private static double allOrNone(Diary diary, int rounds) {
    if (diary.rounds() < rounds) {
      return C;
    }
    boolean alike = true;
    for (int back = 1; back <= rounds; back++) {
      alike &= diary.self(back) == diary.other(back);
    }
    return move(alike);
  }

  private static Entry zeroDeterminant(
      String name, String source, double phi, double slope, Linear baseline) {
    return Draft.of(name, source)
        .memory(1)
        .stochastic()
        .usingPayoffs()
        .is(new ZeroDeterminant(name, slope, baseline, OptionalDouble.of(phi)));
  }

  private static Strategy zeroDeterminant(Arguments arguments) {
    Linear baseline =
        switch (arguments.values().get(1).toUpperCase(Locale.ROOT)) {
          case "P" -> Linear.PUNISHMENT;
          case "R" -> Linear.REWARD;
          default -> {
            double payoff = arguments.finite(1);
            yield _ -> payoff;
          }
        };
    return new ZeroDeterminant(
        arguments.fullName(),
        arguments.finite(0),
        baseline,
        arguments.values().size() < 3
            ? OptionalDouble.empty()
            : OptionalDouble.of(arguments.finite(2)));
  }

  private static Strategy reactive(Arguments arguments) {
    double first = arguments.probability(0, 0);
    double p = arguments.probability(1, 0);
    double q = arguments.probability(2, 0);
    return new MemoryOne(arguments.fullName(), first, p, q, p, q);
  }
}
