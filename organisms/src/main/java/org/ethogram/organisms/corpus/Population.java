package org.ethogram.organisms.corpus;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.games.play.Player;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;

/**
 * The people who play in a corpus: each match a seat's player is one of these temperaments, drawn
 * by its share.
 *
 * <p>As a strategy, a population plays as one of its members whom nobody has introduced: each
 * temperament is believed in proportion to its share times the probability of what the seat has
 * done so far, and the next action is the mean under that belief (Bayes). That is what an ideal
 * reader of the corpus predicts.
 *
 * @param temperaments whose shares sum to 1
 */
public record Population(String name, List<Temperament> temperaments) implements Strategy {
  private static final double ROUNDING = 1e-9;

  public Population {
    temperaments = List.copyOf(temperaments);
    double total = temperaments.stream().mapToDouble(Temperament::share).sum();
    if (Math.abs(total - 1) > ROUNDING) {
      throw new IllegalArgumentException("the shares of '" + name + "' sum to " + total);
    }
  }

  /** A member drawn by its share. */
  public Strategy draw(RandomGenerator random) {
    double left = random.nextDouble();
    for (Temperament temperament : temperaments) {
      left -= temperament.share();
      if (left < 0) {
        return temperament.strategy();
      }
    }
    return temperaments.getLast().strategy();
  }

  @Override
  public Player start(Seat seat) {
    List<Player> players =
        temperaments.stream().map(temperament -> temperament.strategy().start(seat)).toList();
    double[] belief = temperaments.stream().mapToDouble(Temperament::share).toArray();
    return new Player() {
      @Override
      public double[] probabilities() {
        double[] mean = new double[seat.actions()];
        for (int member = 0; member < belief.length; member++) {
          double[] own = players.get(member).probabilities();
          for (int action = 0; action < mean.length; action++) {
            mean[action] += belief[member] * own[action];
          }
        }
        return mean;
      }

      @Override
      public void observe(int... profile) {
        double total = 0;
        for (int member = 0; member < belief.length; member++) {
          belief[member] *= players.get(member).probabilities()[profile[seat.number()]];
          total += belief[member];
        }
        for (int member = 0; member < belief.length; member++) {
          belief[member] /= total;
          players.get(member).observe(profile);
        }
      }
    };
  }
}
