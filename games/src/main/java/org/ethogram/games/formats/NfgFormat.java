package org.ethogram.games.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.Game;

/**
 * Gambit's strategic game format, .nfg, in its payoff and its outcome form (Gambit 16, "The
 * strategic game (.nfg) file format").
 *
 * <p>In both the first player's actions run fastest. The title is the game's name; a game without a
 * title is named by its file. The comment, the names of players and those of outcomes are read
 * over: a {@link Game} has no place for them. Actions without a name have their number for one, and
 * of several with one name the later ones have their number after it.
 */
public final class NfgFormat {
  private static final String BYTE_ORDER = "\uFEFF";

  private NfgFormat() {}

  /**
   * @param place the file, for messages
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} with line and column
   */
  public static Game read(String place, String text) {
    NfgTokens tokens = new NfgTokens(place, text.startsWith(BYTE_ORDER) ? text.substring(1) : text);
    String magic = tokens.word();
    if (!magic.equals("NFG") || tokens.count(1) != 1) {
      throw tokens.invalidThere("the text does not begin with NFG 1");
    }
    String kind = tokens.word();
    if (!kind.equals("R") && !kind.equals("D")) {
      throw tokens.invalidThere("numbers of kind '" + kind + "', neither R nor D");
    }
    String title = tokens.quoted();
    int players = players(tokens);
    List<List<String>> actions = actions(tokens, players);
    if (tokens.next('"')) {
      tokens.quoted();
    }
    int profiles = profileCount(tokens, actions);
    double[][] payoffs =
        tokens.next('{')
            ? fromOutcomes(tokens, players, profiles)
            : fromPayoffs(tokens, players, profiles);
    if (!tokens.atEnd()) {
      throw tokens.invalid("more than " + profiles + " joint choices");
    }
    return Game.of(title.isBlank() ? place : title, actions, ordered(payoffs, actions));
  }

  /** The game in payoff form. */
  public static String write(Game game) {
    return write(game, NfgForm.PAYOFF);
  }

  /** The game in a form from which it is read back equal. */
  public static String write(Game game, NfgForm form) {
    return new NfgWriter(game).text(form);
  }

  private static int players(NfgTokens tokens) {
    tokens.take('{');
    int players = 0;
    while (tokens.next('"')) {
      tokens.quoted();
      players++;
    }
    tokens.take('}');
    if (players == 0) {
      throw tokens.invalid("a game without players");
    }
    return players;
  }

  /** Either a list of names for each player, or just how many actions each has. */
  private static List<List<String>> actions(NfgTokens tokens, int players) {
    tokens.take('{');
    List<List<String>> actions = new ArrayList<>();
    while (!tokens.next('}')) {
      List<String> names = new ArrayList<>();
      if (tokens.next('{')) {
        tokens.take('{');
        while (tokens.next('"')) {
          names.add(tokens.quoted());
        }
        tokens.take('}');
      } else {
        int count = tokens.count(1);
        IntStream.rangeClosed(1, count).mapToObj(String::valueOf).forEach(names::add);
      }
      if (names.isEmpty()) {
        throw tokens.invalid("a player without actions");
      }
      actions.add(distinct(names));
    }
    tokens.take('}');
    if (actions.size() != players) {
      throw tokens.invalid("actions of " + actions.size() + " players, not of " + players);
    }
    return actions;
  }

  /** The names, each made different from those before it and from the given ones. */
  private static List<String> distinct(List<String> names) {
    List<String> distinct = new ArrayList<>();
    for (int number = 1; number <= names.size(); number++) {
      String given = names.get(number - 1);
      boolean own = !given.isBlank() && !distinct.contains(given);
      String name = own ? given : given.isBlank() ? String.valueOf(number) : given + " " + number;
      while (!own && (distinct.contains(name) || names.contains(name))) {
        name += " " + number;
      }
      distinct.add(name);
    }
    return distinct;
  }

  private static int profileCount(NfgTokens tokens, List<List<String>> actions) {
    long count = 1;
    for (List<String> ofPlayer : actions) {
      count *= ofPlayer.size();
      if (count > Game.MOST_PROFILES) {
        throw tokens.invalid("more than " + Game.MOST_PROFILES + " joint choices");
      }
    }
    return (int) count;
  }

  private static double[][] fromPayoffs(NfgTokens tokens, int players, int profiles) {
    double[][] payoffs = new double[players][profiles];
    for (int index = 0; index < profiles; index++) {
      for (int player = 0; player < players; player++) {
        payoffs[player][index] = tokens.number();
      }
    }
    return payoffs;
  }

  /** Outcomes are numbered from 1; outcome 0 is worth nothing to anybody. */
  private static double[][] fromOutcomes(NfgTokens tokens, int players, int profiles) {
    List<double[]> outcomes = new ArrayList<>();
    outcomes.add(new double[players]);
    tokens.take('{');
    while (tokens.next('{')) {
      tokens.take('{');
      if (tokens.next('"')) {
        tokens.quoted();
      }
      double[] worth = new double[players];
      for (int player = 0; player < players; player++) {
        worth[player] = tokens.number();
      }
      tokens.take('}');
      outcomes.add(worth);
    }
    tokens.take('}');
    double[][] payoffs = new double[players][profiles];
    for (int index = 0; index < profiles; index++) {
      int outcome = tokens.count(0);
      if (outcome >= outcomes.size()) {
        throw tokens.invalidThere("outcome " + outcome + " of " + (outcomes.size() - 1));
      }
      for (int player = 0; player < players; player++) {
        payoffs[player][index] = outcomes.get(outcome)[player];
      }
    }
    return payoffs;
  }

  /** From the first player's actions running fastest to the last player's. */
  private static double[][] ordered(double[][] payoffs, List<List<String>> actions) {
    double[][] ordered = new double[payoffs.length][payoffs[0].length];
    for (int index = 0; index < payoffs[0].length; index++) {
      int[] profile = profile(index, actions);
      int place = 0;
      for (int player = 0; player < profile.length; player++) {
        place = place * actions.get(player).size() + profile[player];
      }
      for (int player = 0; player < payoffs.length; player++) {
        ordered[player][place] = payoffs[player][index];
      }
    }
    return ordered;
  }

  private static int[] profile(int index, List<List<String>> actions) {
    int[] profile = new int[actions.size()];
    int rest = index;
    for (int player = 0; player < profile.length; player++) {
      profile[player] = rest % actions.get(player).size();
      rest /= actions.get(player).size();
    }
    return profile;
  }
}
