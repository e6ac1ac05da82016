package org.ethogram.games.formats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Match;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Matches as lines of JSON, and how they went as others.
 *
 * <p>A line such as {@code {"game":"prisoners-dilemma","players":["tit-for-tat","cycle:CDD"],
 * "rounds":10,"seed":1,"noise":0,"horizon":"known"}} names a game of the catalogue or a file, one
 * strategy a seat, and how long they play. Unless given the seed is 1, noise and {@code
 * misperception} are 0, nothing is discounted and the horizon is known. Where {@code horizon} is a
 * chance of going on, below 1, {@code rounds} can be left out; else it is the most that are played.
 *
 * <p>Safe to use from any thread. An answer depends on its line alone.
 */
public final class MatchLines {
  private static final int MOST_GAMES_KEPT = 1000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII) // whatever the terminal's encoding
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, Game> games = new ConcurrentHashMap<>();

  /**
   * How the match of a line went.
   *
   * @param json an object with the fields of {@link MatchReport}, or with an error
   * @param failed whether the line could not be played
   */
  public record Answer(String json, boolean failed) {
    /** The answer to a line that cannot be played. */
    public static Answer error(String message) {
      return new Answer(
          MAPPER.writeValueAsString(MAPPER.createObjectNode().put("error", message)), true);
    }
  }

  /**
   * Plays a line; what is wrong with it is its answer, never an exception.
   *
   * @param place of the line, for messages, such as {@code matches.jsonl:3}
   */
  public Answer answer(String place, String line) {
    try {
      MatchLine asked = new MatchLine(parsed(line));
      MatchTerms terms = asked.terms();
      Match match = terms.match(asked.game(this::game), asked.players());
      History history = match.play(asked.seed());
      MatchReport report = new MatchReport(match.game(), history);
      return new Answer(MAPPER.writeValueAsString(report.fields(terms.discount())), false);
    } catch (EthogramException failure) {
      return Answer.error(place + ": " + failure.getMessage());
    } catch (RuntimeException defect) { // one line must not end a batch of thousands
      return Answer.error(place + ": a defect in Ethogram itself: " + defect);
    }
  }

  private Game game(String source) {
    Game known = games.get(source);
    if (known != null) {
      return known;
    }
    Game read = GameSource.read(source);
    if (games.size() < MOST_GAMES_KEPT) {
      games.put(source, read);
    }
    return read;
  }

  private static JsonNode parsed(String line) {
    JsonNode object;
    try {
      object = MAPPER.readTree(line);
    } catch (JacksonException e) {
      throw invalid("column " + column(e), problem(e));
    }
    if (object == null || !object.isObject()) {
      throw invalid("line", "no JSON object");
    }
    return object;
  }

  private static String problem(JacksonException e) {
    String message = e.getOriginalMessage();
    return message != null && message.startsWith("Duplicate")
        ? "a key that was there before"
        : "no JSON object";
  }

  private static int column(JacksonException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
  }

  private static EthogramException invalid(String where, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, where, problem, "Write one JSON object a line");
  }
}
