package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;

import java.util.List;
import java.util.Locale;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies that play a sequence of their own, and those that look moves up in a table. */
final class Sequences {
  private static final String EVOLVED = "Harper et al. 2017";
  private static final String MATHIEU = "Mathieu & Delahaye 2015";

  private Sequences() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("alternator", "Mittal & Deb 2009")
            .memory(1)
            .plays(diary -> move(diary.isEmpty() || !diary.self(1))),
        Draft.of("cycler-dc", "PRISON 1998")
            .also("dc-alternator", "dc-alt")
            .memory(1)
            .is(new Cycle("cycler-dc", "DC")),
        cycler("CCD"),
        cycler("DDC"),
        cycler("CCCD"),
        cycler("CCCCCD"),
        cycler("CCCDCD"),
        Draft.of("anti-cycler", "Axelrod library").plays(Sequences::antiCycler),
        Draft.of("thue-morse", "Thue 1906; Morse 1921")
            .plays(diary -> move(Integer.bitCount(diary.rounds()) % 2 == 1)),
        Draft.of("thue-morse-inverse", "Thue 1906; Morse 1921")
            .plays(diary -> move(Integer.bitCount(diary.rounds()) % 2 == 0)),
        Draft.of("evolved-looker-up-1-1-1", EVOLVED)
            .is(LookupTable.ofMoves("evolved-looker-up-1-1-1", 1, 1, 1, "CDDDDCDD", "C")),
        Draft.of("evolved-looker-up-2-2-2", EVOLVED)
            .is(
                LookupTable.ofMoves(
                    "evolved-looker-up-2-2-2",
                    2,
                    2,
                    2,
                    "CDDCDCDDCDDDCDDDDDCDCDCCCDDCCDCDDDCCCCCDDDCDDDDDDDDDCCDDCDDDCCCD",
                    "CC")),
        Draft.of("winner-12", MATHIEU)
            .memory(2)
            .is(LookupTable.ofMoves("winner-12", 1, 2, 0, "CDCDDCDD", "CC")),
        Draft.of("winner-21", MATHIEU)
            .memory(2)
            .is(LookupTable.ofMoves("winner-21", 1, 2, 0, "CDCDCDDD", "DC")),
        Draft.of("lookup-table", "Lindgren 1991")
            .parameters(
                "(own, other, first, moves, opening): how many of the own and of the other's last"
                    + " moves and of the other's first moves count, a move for each combination"
                    + " from all C to all D, and the first moves, such as (0, 1, 0, CD, C)")
            .takes(
                5,
                5,
                arguments ->
                    LookupTable.ofMoves(
                        arguments.fullName(),
                        arguments.whole(0),
                        arguments.whole(1),
                        arguments.whole(2),
                        arguments.moves(3),
                        arguments.moves(4))));
  }

  private static Entry cycler(String moves) {
    String name = "cycler-" + moves.toLowerCase(Locale.ROOT);
    return Draft.of(name, "PRISON 1998").memory(moves.length() - 1).is(new Cycle(name, moves));
  }

  /**
   * One cooperation, then ever longer runs of it between single defections, so no cycle comes up.
   */
  private static double antiCycler(Diary diary) {
    int round = diary.rounds();
    if (round < 3) {
      return move(round == 0);
    }
    int left = round - 3;
    int run = 1;
    while (left > run) {
      left -= run + 1;
      run++;
    }
    return left == run ? D : C;
  }
}
