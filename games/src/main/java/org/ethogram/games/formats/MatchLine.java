package org.ethogram.games.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.play.TremblingHand;
import org.ethogram.games.strategies.Strategies;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A match as a line of JSON, and how it went as another.
 *
 * <p>A line such as {@code {"game":"prisoners-dilemma","players":["tit-for-tat","cycle:CDD"],
 * "rounds":10,"seed":1,"noise":0,"horizon":"known"}} names a game of the catalogue or a file, one
 * strategy a seat, and how long they play; seed and noise are 0 and the horizon is known unless
 * given. {@code rounds} can be left out where {@code horizon} is a chance of going on, below 1.
 */
public final class MatchLine {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final List<String> KEYS =
      List.of("game", "players", "rounds", "seed", "noise", "horizon");
  private static final int MOST_ROUNDS = 10_000_000;

  private MatchLine() {}

  /**
   * How the match of a line went.
   *
   * @param json an object with actions, payoffs, cooperations and states; or with an error
   * @param failed whether the line could not be played
   */
  public record Answer(String json, boolean failed) {}

  /** Plays a line; what is wrong with it is its answer, never an exception. */
  public static Answer answer(String line) {
    try {
      return new Answer(MAPPER.writeValueAsString(MatchReport.of(match(line), seed(line))), false);
    } catch (EthogramException failure) {
      return new Answer(
          MAPPER.writeValueAsString(MAPPER.createObjectNode().put("error", failure.getMessage())),
          true);
    }
  }

  private static Match match(String line) {
    JsonNode request = parsed(line);
    Game game = GameSource.read(text(request, "game"));
    JsonNode players = request.path("players");
    if (!players.isArray()) {
      throw invalid("players", "no list", "Give one strategy a seat");
    }
    double noise = number(request, "noise", 0);
    List<Strategy> strategies = new ArrayList<>();
    for (JsonNode player : players) {
      strategies.add(new TremblingHand(Strategies.named(player.asString("")), noise));
    }
    return new Match(game, strategies, horizon(request));
  }

  private static Seed seed(String line) {
    JsonNode seed = parsed(line).path("seed");
    if (!seed.isMissingNode() && !seed.canConvertToLong()) {
      throw invalid("seed", seed + " is no whole number", "Give a whole number");
    }
    return new Seed(seed.asLong(0));
  }

  private static JsonNode parsed(String line) {
    JsonNode request;
    try {
      request = MAPPER.readTree(line);
    } catch (JacksonException e) {
      throw invalid("column " + column(e), "no JSON object", "Write one JSON object a line");
    }
    if (request == null || !request.isObject()) {
      throw invalid("line", "no JSON object", "Write one JSON object a line");
    }
    for (String key : request.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw invalid(key, "no key of a match", Suggestion.remedy(key, KEYS));
      }
    }
    return request;
  }

  private static int column(JacksonException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
  }

  private static Horizon horizon(JsonNode request) {
    JsonNode horizon = request.path("horizon");
    if (horizon.isNumber()) {
      return new Horizon.Geometric(horizon.doubleValue());
    }
    String kind = horizon.isMissingNode() ? "known" : horizon.asString("");
    Function<Integer, Horizon> make =
        switch (kind) {
          case "known" -> Horizon.Known::new;
          case "unknown" -> Horizon.Unknown::new;
          default ->
              throw invalid(
                  "horizon", "'" + kind + "'", "Give known, unknown or a chance of going on");
        };
    JsonNode rounds = request.path("rounds");
    if (!rounds.isIntegralNumber()
        || !rounds.canConvertToInt()
        || rounds.intValue() > MOST_ROUNDS) {
      throw invalid(
          "rounds", rounds + " is no number of rounds", "Give a whole number up to " + MOST_ROUNDS);
    }
    return make.apply(rounds.intValue());
  }

  private static String text(JsonNode request, String key) {
    JsonNode node = request.path(key);
    if (!node.isString()) {
      throw invalid(key, "no text", "Give a name");
    }
    return node.stringValue();
  }

  private static double number(JsonNode request, String key, double otherwise) {
    JsonNode node = request.path(key);
    if (node.isMissingNode()) {
      return otherwise;
    }
    if (!node.isNumber()) {
      throw invalid(key, node + " is no number", "Give a number");
    }
    return node.doubleValue();
  }

  private static EthogramException invalid(String where, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "match, " + where, problem, remedy);
  }
}
