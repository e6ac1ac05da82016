package org.ethogram.games.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;
import org.ethogram.games.formats.YamlNode.Mapping;
import org.ethogram.games.formats.YamlNode.Scalar;
import org.ethogram.games.formats.YamlNode.Sequence;

/**
 * Games as people write them: a name, the actions of each seat, and a line for each joint choice.
 *
 * <pre>
 * game: stag-hunt
 * actions:
 *   - [stag, hare]
 *   - [stag, hare]
 * payoffs:
 *   - {choose: [stag, stag], get: [4, 4]}
 *   - {choose: [stag, hare], get: [0, 3]}
 *   - {choose: [hare, stag], get: [3, 0]}
 *   - {choose: [hare, hare], get: [2, 2]}
 * </pre>
 */
public final class YamlFormat {
  private static final List<String> KEYS = List.of("game", "actions", "payoffs");
  private static final List<String> LINE_KEYS = List.of("choose", "get");

  private YamlFormat() {}

  /**
   * @param place the file, for messages
   * @throws EthogramException {@code INVALID_DATA} with file, line and column
   */
  public static Game read(String place, String text) {
    Mapping root = mapping(YamlNode.read(place, text), "a game", KEYS);
    String name = text(root.value("game"));
    List<List<String>> actions = new ArrayList<>();
    for (YamlNode seat : list(root.value("actions"))) {
      actions.add(actions(seat));
    }
    Game.profileCount(name, actions);
    return Game.of(name, actions, payoffs(root.value("payoffs"), actions));
  }

  public static String write(Game game) {
    StringBuilder text = new StringBuilder("game: ").append(scalar(game.name())).append('\n');
    text.append("actions:\n");
    for (int seat = 0; seat < game.seats(); seat++) {
      text.append("  - ").append(list(game.actions(seat))).append('\n');
    }
    text.append("payoffs:\n");
    for (int[] profile : game.profiles()) {
      List<String> choice = new ArrayList<>();
      List<String> worth = new ArrayList<>();
      for (int seat = 0; seat < game.seats(); seat++) {
        choice.add(game.actions(seat).get(profile[seat]));
        worth.add(Decimal.plain(game.payoff(seat, profile)));
      }
      text.append("  - {choose: ").append(list(choice)).append(", get: [");
      text.append(String.join(", ", worth)).append("]}\n");
    }
    return text.toString();
  }

  private static List<String> actions(YamlNode node) {
    List<String> names = texts(node);
    for (int action = 0; action < names.size(); action++) {
      if (names.get(action).isBlank() || names.indexOf(names.get(action)) < action) {
        throw invalid(
            list(node).get(action).place(),
            "action '" + names.get(action) + "'",
            "Give every action of a seat a name of its own");
      }
    }
    return names;
  }

  private static double[][] payoffs(YamlNode node, List<List<String>> actions) {
    int profiles = actions.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
    double[][] payoffs = new double[actions.size()][profiles];
    Set<Integer> seen = new HashSet<>();
    for (YamlNode entry : list(node)) {
      Mapping line = mapping(entry, "a line of payoffs", LINE_KEYS);
      YamlNode choice = line.value("choose");
      int index = index(choice, actions);
      if (!seen.add(index)) {
        throw invalid(
            choice.place(), texts(choice) + " stands there twice", "Give each joint choice once");
      }
      YamlNode worth = line.value("get");
      if (list(worth).size() != actions.size()) {
        throw invalid(
            worth.place(),
            list(worth).size() + " payoffs for " + actions.size() + " seats",
            "Give one payoff a seat");
      }
      for (int seat = 0; seat < actions.size(); seat++) {
        payoffs[seat][index] = number(list(worth).get(seat));
      }
    }
    if (seen.size() < profiles) {
      throw invalid(
          node.place(),
          seen.size() + " of " + profiles + " joint choices",
          "Give the payoffs of every joint choice");
    }
    return payoffs;
  }

  private static int index(YamlNode node, List<List<String>> actions) {
    List<String> choice = texts(node);
    if (choice.size() != actions.size()) {
      throw invalid(
          node.place(),
          choice.size() + " actions for " + actions.size() + " seats",
          "Give one action a seat");
    }
    int index = 0;
    for (int seat = 0; seat < choice.size(); seat++) {
      int action = actions.get(seat).indexOf(choice.get(seat));
      if (action < 0) {
        throw invalid(
            list(node).get(seat).place(),
            "no action '" + choice.get(seat) + "' of seat " + (seat + 1),
            Suggestion.remedy(choice.get(seat), actions.get(seat)));
      }
      index = index * actions.get(seat).size() + action;
    }
    return index;
  }

  /** A mapping of all these keys and no other. */
  private static Mapping mapping(YamlNode node, String what, List<String> keys) {
    if (!(node instanceof Mapping mapping)) {
      throw invalid(node.place(), "no keys of " + what, "Give " + String.join(" and ", keys));
    }
    mapping
        .keyPlaces()
        .forEach(
            (key, place) -> {
              if (!keys.contains(key)) {
                throw invalid(
                    place, "'" + key + "' is no key of " + what, Suggestion.remedy(key, keys));
              }
            });
    for (String key : keys) {
      if (!mapping.values().containsKey(key)) {
        throw invalid(node.place(), "no '" + key + "'", "Give " + String.join(" and ", keys));
      }
    }
    return mapping;
  }

  private static List<YamlNode> list(YamlNode node) {
    if (node instanceof Sequence sequence && !sequence.values().isEmpty()) {
      return sequence.values();
    }
    throw invalid(node.place(), "no list", "Give a list in square brackets or with dashes");
  }

  private static List<String> texts(YamlNode node) {
    return list(node).stream().map(YamlFormat::text).toList();
  }

  private static String text(YamlNode node) {
    if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    throw invalid(node.place(), "no text", "Give a name");
  }

  private static double number(YamlNode node) {
    if (node instanceof Scalar scalar && Double.isFinite(scalar.number())) {
      return scalar.number();
    }
    throw invalid(
        node.place(),
        (node instanceof Scalar scalar ? "'" + scalar.text() + "'" : "a list or a mapping")
            + " is no finite number",
        "Give a finite number");
  }

  private static EthogramException invalid(String place, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, place, problem, remedy);
  }

  private static String list(List<String> names) {
    return "[" + String.join(", ", names.stream().map(YamlFormat::scalar).toList()) + "]";
  }

  /** In quotation marks unless it cannot be mistaken for anything but a text. */
  private static String scalar(String text) {
    boolean plain =
        text.matches("[A-Za-z][A-Za-z0-9 -]*")
            && !text.matches("(?i)yes|no|on|off|true|false|null|y|n|\\.nan|\\.inf")
            && text.equals(text.strip());
    return plain ? text : '"' + escaped(text) + '"';
  }

  /** Backslashes, quotation marks and characters without a shape of their own are escaped. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            character -> {
              if (character == '"' || character == '\\') {
                escaped.append('\\').append((char) character);
              } else if (Character.isISOControl(character)
                  || Character.getType(character) == Character.LINE_SEPARATOR
                  || Character.getType(character) == Character.PARAGRAPH_SEPARATOR) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", character));
              } else {
                escaped.append((char) character);
              }
            });
    return escaped.toString();
  }
}
