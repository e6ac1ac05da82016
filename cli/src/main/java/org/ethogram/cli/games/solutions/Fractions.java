package org.ethogram.cli.games.solutions;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.MixedProfile;

/** Exact numbers as fractions and as decimals. */
final class Fractions {
  private static final int LONGEST = 23;

  private Fractions() {}

  /** {@code 2/3 (0.6667)}; a whole number alone, a long fraction by its decimals alone. */
  static String text(Rational number) {
    String fraction = number.toString();
    if (number.denominator().equals(BigInteger.ONE)) {
      return fraction;
    }
    return fraction.length() > LONGEST ? decimal(number) : fraction + " (" + decimal(number) + ")";
  }

  static String decimal(Rational number) {
    return decimal(number.toDouble());
  }

  static String decimal(double number) {
    double size = Math.abs(number);
    return String.format(Locale.ROOT, size > 0 && size < 1e-3 ? "%.2e" : "%.4f", number);
  }

  static String list(List<Rational> numbers) {
    return numbers.stream().map(Fractions::text).collect(Collectors.joining(", "));
  }

  /**
   * The actions that are played with their probabilities; one that is always played by its name.
   */
  static String strategy(List<String> actions, List<Rational> probabilities) {
    return IntStream.range(0, actions.size())
        .filter(action -> !probabilities.get(action).isZero())
        .mapToObj(
            action ->
                probabilities.get(action).equals(Rational.ONE)
                    ? actions.get(action)
                    : actions.get(action) + " " + text(probabilities.get(action)))
        .collect(Collectors.joining(", "));
  }

  static String profile(Game game, MixedProfile profile) {
    return IntStream.range(0, game.seats())
        .mapToObj(seat -> strategy(game.actions(seat), profile.strategy(seat)))
        .collect(Collectors.joining(" | "));
  }

  static Map<String, Object> json(Rational number) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("fraction", number.toString());
    fields.put("decimal", number.toDouble());
    return fields;
  }

  static List<Map<String, Object>> json(List<Rational> numbers) {
    return numbers.stream().map(Fractions::json).toList();
  }

  static Map<String, Object> json(List<String> actions, List<Rational> probabilities) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int action = 0; action < actions.size(); action++) {
      fields.put(actions.get(action), json(probabilities.get(action)));
    }
    return fields;
  }

  static List<Map<String, Object>> json(Game game, MixedProfile profile) {
    return IntStream.range(0, game.seats())
        .mapToObj(seat -> json(game.actions(seat), profile.strategy(seat)))
        .toList();
  }
}
