package org.ethogram.games.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;

/**
 * A game of a family as a user writes it: {@code donation(b=3,c=1)}, or {@code donation(3, 1)} in
 * the order of the parameters.
 */
final class GameExpression {
  private static final Pattern CALL = Pattern.compile("\\s*([^()]+)\\(([^()]*)\\)\\s*");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  private final String text;

  GameExpression(String text) {
    this.text = text;
  }

  /** Whether the text is more than a name. */
  boolean isCall() {
    return text.indexOf('(') >= 0;
  }

  Game game() {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      throw invalid("parentheses that do not fit", "Write a family such as donation(b=3,c=1)");
    }
    GameFamily family = family(call.group(1).strip());
    return family.game(new GameArguments("game '" + text + "'", arguments(family, call.group(2))));
  }

  private GameFamily family(String name) {
    return GameFamilies.families().stream()
        .filter(family -> Suggestion.plain(family.name()).equals(Suggestion.plain(name)))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "no family of games '" + name + "'",
                    Suggestion.remedy(
                        name, GameFamilies.families().stream().map(GameFamily::name).toList())));
  }

  private Map<String, Double> arguments(GameFamily family, String list) {
    Map<String, Double> given = new LinkedHashMap<>();
    String[] arguments = list.isBlank() ? new String[0] : list.split(",", -1);
    for (int place = 0; place < arguments.length; place++) {
      String[] sides = arguments[place].split("=", 2);
      String name = sides.length == 2 ? parameter(family, sides[0].strip()) : at(family, place);
      if (given.put(name, number(name, sides[sides.length - 1].strip())) != null) {
        throw invalid(name + " twice", "Give " + family.signature());
      }
    }
    List<String> missing = new ArrayList<>(family.parameters());
    missing.removeAll(given.keySet());
    if (!missing.isEmpty()) {
      throw invalid("no " + String.join(" and no ", missing), "Give " + family.signature());
    }
    Map<String, Double> ordered = new LinkedHashMap<>();
    family.parameters().forEach(name -> ordered.put(name, given.get(name)));
    return ordered;
  }

  private String at(GameFamily family, int place) {
    if (place >= family.parameters().size()) {
      throw invalid(
          "more than " + family.parameters().size() + " numbers", "Give " + family.signature());
    }
    return family.parameters().get(place);
  }

  private String parameter(GameFamily family, String name) {
    return family.parameters().stream()
        .filter(parameter -> parameter.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "no parameter '" + name + "' of " + family.name(),
                    Suggestion.remedy(name, family.parameters())));
  }

  private double number(String name, String value) {
    double number = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw invalid("'" + value + "' for " + name + " is no finite number", "Give a number");
    }
    return number;
  }

  private EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "game '" + text + "'", problem, remedy);
  }
}
