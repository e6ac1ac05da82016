package org.ethogram.games.tournament;

import org.ethogram.core.Seed;
import org.ethogram.games.play.Seat;
import org.ethogram.games.strategies.DilemmaPlayer;
import org.ethogram.games.strategies.DilemmaStrategy;

/**
 * A match of two strategies of cooperation and defection that keeps counts, not its history: some
 * tens of millions of rounds a second.
 *
 * <p>It goes as {@link org.ethogram.games.play.Match} does, and depends on its seed alone.
 */
public record DilemmaMatch(Terms terms, DilemmaStrategy first, DilemmaStrategy second) {
  /** Plays the match once. */
  public Tally play(Seed seed) {
    DilemmaPlayer one = first.begin(new Seat(terms.game(), 0, terms.horizon()));
    DilemmaPlayer other = second.begin(new Seat(terms.game(), 1, terms.horizon()));
    Dice dice = new Dice(seed);
    Tally tally = new Tally();
    double noise = terms.noise();
    double misperception = terms.misperception();
    int rounds = terms.horizon().rounds(seed);
    int last = Tally.NONE;
    for (int round = 0; round < rounds; round++) {
      boolean x = dice.fall(one.cooperation()) ^ dice.fall(noise);
      boolean y = dice.fall(other.cooperation()) ^ dice.fall(noise);
      one.observe(x, y ^ dice.fall(misperception));
      other.observe(y, x ^ dice.fall(misperception));
      last = tally.add(last, x, y);
    }
    tally.sawChance(dice.fell());
    return tally;
  }
}
