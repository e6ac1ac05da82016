package org.ethogram.games.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

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
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final List<String> KEYS = List.of("game", "actions", "payoffs");

  private final String place;

  private YamlFormat(String place) {
    this.place = place;
  }

  /**
   * @param place the file, for messages
   * @throws EthogramException {@code INVALID_DATA} with the place in the file
   */
  public static Game read(String place, String text) {
    return new YamlFormat(place).game(text);
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

  private Game game(String text) {
    JsonNode root = parsed(text);
    if (!root.isObject()) {
      throw invalid("", "a game is a list of keys", "Give game, actions and payoffs");
    }
    for (String key : root.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw invalid(key, "no key of a game", Suggestion.remedy(key, KEYS));
      }
    }
    String name = text(root.path("game"), "game");
    List<List<String>> actions = new ArrayList<>();
    JsonNode seats = list(root.path("actions"), "actions");
    for (int seat = 0; seat < seats.size(); seat++) {
      actions.add(texts(seats.get(seat), "actions[" + seat + "]"));
    }
    return Game.of(name, actions, payoffs(root.path("payoffs"), actions));
  }

  private JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null
              ? ""
              : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
      throw invalid(where, e.getOriginalMessage().lines().findFirst().orElse(""), "Mend the YAML");
    }
  }

  private double[][] payoffs(JsonNode node, List<List<String>> actions) {
    int profiles = actions.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
    double[][] payoffs = new double[actions.size()][profiles];
    Arrays.stream(payoffs).forEach(ofSeat -> Arrays.fill(ofSeat, Double.NaN));
    Set<Integer> seen = new HashSet<>();
    JsonNode lines = list(node, "payoffs");
    for (int line = 0; line < lines.size(); line++) {
      String where = "payoffs[" + line + "]";
      List<String> choice = texts(lines.get(line).path("choose"), where + ".choose");
      int index = index(choice, actions, where + ".choose");
      if (!seen.add(index)) {
        throw invalid(where, choice + " stands there twice", "Give each joint choice once");
      }
      JsonNode worth = list(lines.get(line).path("get"), where + ".get");
      if (worth.size() != actions.size()) {
        throw invalid(
            where + ".get",
            worth.size() + " payoffs for " + actions.size() + " seats",
            "Give one payoff a seat");
      }
      for (int seat = 0; seat < actions.size(); seat++) {
        payoffs[seat][index] = number(worth.get(seat), where + ".get[" + seat + "]");
      }
    }
    if (seen.size() < profiles) {
      throw invalid(
          "payoffs",
          seen.size() + " of " + profiles + " joint choices",
          "Give the payoffs of every joint choice");
    }
    return payoffs;
  }

  private int index(List<String> choice, List<List<String>> actions, String where) {
    if (choice.size() != actions.size()) {
      throw invalid(
          where,
          choice.size() + " actions for " + actions.size() + " seats",
          "Give one action a seat");
    }
    int index = 0;
    for (int seat = 0; seat < choice.size(); seat++) {
      int action = actions.get(seat).indexOf(choice.get(seat));
      if (action < 0) {
        throw invalid(
            where,
            "no action '" + choice.get(seat) + "' of seat " + (seat + 1),
            Suggestion.remedy(choice.get(seat), actions.get(seat)));
      }
      index = index * actions.get(seat).size() + action;
    }
    return index;
  }

  private JsonNode list(JsonNode node, String where) {
    if (!node.isArray() || node.isEmpty()) {
      throw invalid(where, "no list", "Give a list in square brackets or with dashes");
    }
    return node;
  }

  private List<String> texts(JsonNode node, String where) {
    JsonNode list = list(node, where);
    return IntStream.range(0, list.size())
        .mapToObj(index -> text(list.get(index), where + "[" + index + "]"))
        .toList();
  }

  private String text(JsonNode node, String where) {
    if (!node.isValueNode() || node.isNull()) {
      throw invalid(where, "no text", "Give a name");
    }
    return node.asString();
  }

  private double number(JsonNode node, String where) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw invalid(where, node + " is no finite number", "Give a finite number");
    }
    return node.doubleValue();
  }

  private EthogramException invalid(String where, String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, where.isEmpty() ? place : place + ":" + where, problem, remedy);
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
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
