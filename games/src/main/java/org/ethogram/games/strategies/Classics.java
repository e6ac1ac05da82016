package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.StrategyCard.deterministic;
import static org.ethogram.games.strategies.StrategyCard.stochastic;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies.Entry;

/** The strategies that every study of repeated games begins with. */
final class Classics {
  private static final OptionalInt NONE = OptionalInt.of(0);
  private static final OptionalInt ONE = OptionalInt.of(1);
  private static final OptionalInt WHOLE_HISTORY = OptionalInt.empty();

  private Classics() {}

  static List<Entry> entries() {
    return List.of(
        plain(
            deterministic("always-cooperate", NONE, "Axelrod 1984")
                .alsoNamed("cooperator", "all-c", "unconditional-cooperator"),
            name -> new MemoryOne(name, 1, 1, 1, 1, 1)),
        plain(
            deterministic("always-defect", NONE, "Axelrod 1984")
                .alsoNamed("defector", "all-d", "unconditional-defector"),
            name -> new MemoryOne(name, 0, 0, 0, 0, 0)),
        plain(
            deterministic("tit-for-tat", ONE, "Rapoport, in Axelrod 1980").alsoNamed("tft"),
            name -> new MemoryOne(name, 1, 1, 0, 1, 0)),
        plain(
            deterministic("suspicious-tit-for-tat", ONE, "Boyd & Lorberbaum 1987")
                .alsoNamed("stft", "mistrust"),
            name -> new MemoryOne(name, 0, 1, 0, 1, 0)),
        plain(
            deterministic("tit-for-two-tats", OptionalInt.of(2), "Axelrod 1984").alsoNamed("tf2t"),
            TitForTwoTats::new),
        plain(
            deterministic("grim-trigger", WHOLE_HISTORY, "Friedman, in Axelrod 1980")
                .alsoNamed("grim", "grudger", "friedman", "spite"),
            GrimTrigger::new),
        plain(
            deterministic("win-stay-lose-shift", ONE, "Nowak & Sigmund 1993")
                .alsoNamed("pavlov", "wsls"),
            name -> new MemoryOne(name, 1, 1, 0, 0, 1)),
        new Entry(
            stochastic("generous-tit-for-tat", ONE, "Nowak & Sigmund 1992")
                .alsoNamed("gtft")
                .withParameters("(q), the chance q of forgiving a defection, 1/3 unless given"),
            arguments -> {
              arguments.requireCount(0, 1);
              double forgiving = arguments.probability(0, 1.0 / 3);
              return new MemoryOne(arguments.fullName(), 1, 1, forgiving, 1, forgiving);
            }),
        new Entry(
            stochastic("random", NONE, "Axelrod 1980")
                .withParameters("(p), the chance p of cooperation; any action alike unless given"),
            Classics::random),
        new Entry(
            deterministic("defect-once", NONE, "Akata et al. 2023")
                .withParameters("(n), the round n of the defection, 1 unless given"),
            arguments -> {
              arguments.requireCount(0, 1);
              return new DefectOnce(arguments.fullName(), arguments.count(0, 1));
            }),
        new Entry(
            deterministic("cycle", NONE, "Mittal & Deb 2009")
                .alsoNamed("cycler")
                .withParameters("(moves), such as cycle:CCD"),
            arguments -> {
              arguments.requireCount(1, 1);
              String moves = arguments.moves(0);
              return new Cycle("cycle(" + moves + ")", moves);
            }),
        new Entry(
            stochastic("memory-one", ONE, "Nowak & Sigmund 1993")
                .withParameters(
                    "(first, CC, CD, DC, DD), the chances of cooperation in the first round and"
                        + " after each joint outcome, own action first"),
            arguments -> {
              arguments.requireCount(5, 5);
              return new MemoryOne(
                  arguments.fullName(),
                  arguments.probability(0, 0),
                  arguments.probability(1, 0),
                  arguments.probability(2, 0),
                  arguments.probability(3, 0),
                  arguments.probability(4, 0));
            }));
  }

  private static Strategy random(Arguments arguments) {
    arguments.requireCount(0, 1);
    if (arguments.values().isEmpty()) {
      return new Uniform(arguments.fullName());
    }
    double p = arguments.probability(0, 0.5);
    return new MemoryOne(arguments.fullName(), p, p, p, p, p);
  }

  private static Entry plain(StrategyCard card, Function<String, Strategy> make) {
    return new Entry(
        card,
        arguments -> {
          arguments.requireCount(0, 0);
          return make.apply(card.name());
        });
  }
}
