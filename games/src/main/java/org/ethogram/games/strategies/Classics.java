package org.ethogram.games.strategies;

import java.util.List;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies.Entry;

/** The strategies that every study of repeated games begins with. */
final class Classics {
  private Classics() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("always-cooperate", "Axelrod 1984")
            .also("cooperator", "all-c", "unconditional-cooperator")
            .memory(0)
            .memoryOne(1, 1, 1, 1, 1),
        Draft.of("always-defect", "Axelrod 1984")
            .also("defector", "all-d", "unconditional-defector")
            .memory(0)
            .memoryOne(0, 0, 0, 0, 0),
        Draft.of("tit-for-tat", "Rapoport, in Axelrod 1980")
            .also("tft", "first-by-rapoport", "second-by-rapoport")
            .memoryOne(1, 1, 0, 1, 0),
        Draft.of("suspicious-tit-for-tat", "Boyd & Lorberbaum 1987")
            .also("stft", "mistrust", "d-tft", "exploitive-tit-for-tat")
            .memoryOne(0, 1, 0, 1, 0),
        Draft.of("tit-for-two-tats", "Axelrod 1984")
            .also("tf2t", "tit-for-2-tats", "second-by-maynard-smith")
            .memory(2)
            .is(new TitForTwoTats("tit-for-two-tats")),
        Draft.of("grim-trigger", "Friedman, in Axelrod 1980")
            .also("grim", "grudger", "friedman", "spite", "first-by-friedman")
            .is(new GrimTrigger("grim-trigger")),
        Draft.of("win-stay-lose-shift", "Nowak & Sigmund 1993")
            .also("pavlov", "wsls", "perfect-tit-for-tat", "ptft")
            .memoryOne(1, 1, 0, 0, 1),
        Draft.of("generous-tit-for-tat", "Nowak & Sigmund 1992")
            .also("gtft")
            .memory(1)
            .stochastic()
            .parameters("(q), the chance q of forgiving a defection, 1/3 unless given")
            .takes(0, 1, Classics::generous),
        Draft.of("random", "Axelrod 1980")
            .memory(0)
            .stochastic()
            .parameters("(p), the chance p of cooperation; any action alike unless given")
            .takes(0, 1, Classics::random),
        Draft.of("defect-once", "Akata et al. 2023")
            .memory(0)
            .parameters("(n), the round n of the defection, 1 unless given")
            .takes(0, 1, arguments -> new DefectOnce(arguments.fullName(), arguments.count(0, 1))),
        Draft.of("cycle", "Mittal & Deb 2009")
            .also("cycler")
            .memory(0)
            .parameters("(moves), such as cycle:CCD")
            .takes(1, 1, arguments -> Cycle.of(arguments.moves(0))),
        Draft.of("action-cycle", "Mittal & Deb 2009")
            .memory(0)
            .parameters("(actions), the names of a game's actions, such as (rock, paper, scissors)")
            .takes(
                1,
                Integer.MAX_VALUE,
                arguments -> new ActionCycle(arguments.fullName(), arguments.values())),
        Draft.of("memory-one", "Nowak & Sigmund 1993")
            .stochastic()
            .memory(1)
            .parameters(
                "(first, CC, CD, DC, DD), the chances of cooperation in the first round, 1 where it"
                    + " is left out, and after each joint outcome, own action first")
            .takes(4, 5, Classics::memoryOne));
  }

  private static Strategy generous(Arguments arguments) {
    double forgiving = arguments.probability(0, 1.0 / 3);
    return new MemoryOne(arguments.fullName(), 1, 1, forgiving, 1, forgiving);
  }

  private static Strategy random(Arguments arguments) {
    if (arguments.values().isEmpty()) {
      return new Uniform(arguments.fullName());
    }
    double p = arguments.probability(0, 0.5);
    return new MemoryOne(arguments.fullName(), p, p, p, p, p);
  }

  private static Strategy memoryOne(Arguments arguments) {
    int afterCC = arguments.values().size() - 4;
    return new MemoryOne(
        arguments.fullName(),
        afterCC == 0 ? 1 : arguments.probability(0, 1),
        arguments.probability(afterCC, 0),
        arguments.probability(afterCC + 1, 0),
        arguments.probability(afterCC + 2, 0),
        arguments.probability(afterCC + 3, 0));
  }
}
