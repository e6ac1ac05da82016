package org.ethogram.games.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;
import org.ethogram.games.play.Discounting;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies;
import tools.jackson.databind.JsonNode;

/** The object of a line that asks for a match, key by key. */
record MatchLine(JsonNode object) {
  private static final List<String> KEYS =
      List.of("game", "players", "rounds", "seed", "noise", "misperception", "discount", "horizon");
  private static final long DEFAULT_SEED = 1;

  MatchLine {
    for (String key : object.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw invalid("'" + key + "'", "no key of a match", Suggestion.remedy(key, KEYS));
      }
    }
  }

  Game game(Function<String, Game> games) {
    return games.apply(text("game", object.path("game")));
  }

  List<Strategy> players() {
    JsonNode players = object.path("players");
    if (!players.isArray()) {
      throw invalid("players", shown(players) + " is no list", "Give one strategy a seat");
    }
    List<Strategy> strategies = new ArrayList<>();
    for (JsonNode player : players) {
      strategies.add(Strategies.named(text("players", player)));
    }
    return strategies;
  }

  MatchTerms terms() {
    return new MatchTerms(
        horizon(), number("noise").orElse(0), number("misperception").orElse(0), discount());
  }

  Seed seed() {
    JsonNode seed = object.path("seed");
    if (seed.isMissingNode()) {
      return new Seed(DEFAULT_SEED);
    }
    if (!seed.isIntegralNumber() || !seed.canConvertToLong()) {
      throw invalid("seed", shown(seed) + " is no whole number", "Give a whole number of 64 bits");
    }
    return new Seed(seed.longValue());
  }

  private Horizon horizon() {
    JsonNode horizon = object.path("horizon");
    if (horizon.isMissingNode()) {
      return MatchTerms.horizon("known", rounds());
    }
    return MatchTerms.horizon(
        horizon.isNumber() ? horizon.asString() : text("horizon", horizon), rounds());
  }

  private OptionalInt rounds() {
    JsonNode rounds = object.path("rounds");
    if (rounds.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!rounds.isIntegralNumber() || !rounds.canConvertToInt()) {
      throw invalid(
          "rounds",
          shown(rounds) + " is no number of rounds",
          "Give a whole number from 1 to " + MatchTerms.MOST_ROUNDS);
    }
    return OptionalInt.of(rounds.intValue());
  }

  private Optional<Discounting> discount() {
    OptionalDouble factor = number("discount");
    return factor.isEmpty() ? Optional.empty() : Optional.of(new Discounting(factor.getAsDouble()));
  }

  private OptionalDouble number(String key) {
    JsonNode node = object.path(key);
    if (node.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!node.isNumber()) {
      throw invalid(key, shown(node) + " is no number", "Give a number");
    }
    return OptionalDouble.of(node.doubleValue());
  }

  private static String text(String key, JsonNode node) {
    if (!node.isString()) {
      throw invalid(key, shown(node) + " is no text", "Give a name in quotes");
    }
    return node.stringValue();
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "what is missing" : node.toString();
  }

  private static EthogramException invalid(String where, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, where, problem, remedy);
  }
}
