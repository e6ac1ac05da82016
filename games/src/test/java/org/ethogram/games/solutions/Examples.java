package org.ethogram.games.solutions;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;

/** Games and profiles in few words. */
public final class Examples {
  private Examples() {}

  /** A game of two from matrices such as {@code "3 3; 2 5"}, actions named by their numbers. */
  public static Game bimatrix(String rows, String columns) {
    double[][] row = matrix(rows);
    double[][] column = matrix(columns);
    return Game.twoPlayer("example", names(row.length), names(row[0].length), row, column);
  }

  /** A game of players with two actions each; payoffs of one profile after the other. */
  public static Game binary(int players, String profiles) {
    double[][] table = matrix(profiles);
    double[][] payoffs = new double[players][table.length];
    for (int index = 0; index < table.length; index++) {
      for (int seat = 0; seat < players; seat++) {
        payoffs[seat][index] = table[index][seat];
      }
    }
    return Game.of("example", Collections.nCopies(players, names(2)), payoffs);
  }

  /** A game with whole payoffs from 0 to 99. */
  public static Game random(RandomGenerator random, int... actions) {
    int profiles = Arrays.stream(actions).reduce(1, (one, other) -> one * other);
    double[][] payoffs = new double[actions.length][profiles];
    for (double[] ofSeat : payoffs) {
      Arrays.setAll(ofSeat, index -> random.nextInt(100));
    }
    return Game.of("random", Arrays.stream(actions).mapToObj(Examples::names).toList(), payoffs);
  }

  /** Probabilities such as {@code "1/2 1/2; 1 0"}, one strategy a seat. */
  public static MixedProfile profile(String text) {
    return new MixedProfile(
        Arrays.stream(text.split(";")).map(seat -> fractions(seat.strip())).toList());
  }

  public static List<Rational> fractions(String text) {
    return Arrays.stream(text.split(" ")).map(Examples::fraction).toList();
  }

  public static Rational fraction(String text) {
    String[] parts = text.split("/");
    return Rational.of(Long.parseLong(parts[0]), parts.length == 1 ? 1 : Long.parseLong(parts[1]));
  }

  private static double[][] matrix(String text) {
    return Arrays.stream(text.split(";"))
        .map(
            row -> Arrays.stream(row.strip().split(" ")).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }
}
