package org.ethogram.games.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Matches as lines of JSON: {@code {"game":"prisoners-dilemma","players":["ann","bob"],
 * "actions":["CCD","CDD"]}}. Actions are one text of C and D a player, or a list of action names;
 * the lists in {@code choices} count where D may be several actions; {@code players} and {@code
 * match} may be left out. What else a line says is not looked at, but {@code rounds}, which must be
 * how many there are.
 */
final class JsonRecords {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final GameNames games;

  JsonRecords(String file, Optional<Game> game) {
    this.file = file;
    this.games = new GameNames(game);
  }

  MatchRecords read(List<String> lines, Optional<List<String>> requests) {
    List<PlayedMatch> matches = new ArrayList<>();
    int failed = 0;
    Optional<List<String>> asked = requests.map(given -> asked(given, filled(lines).size()));
    if (asked.isPresent() && asked.get().size() != filled(lines).size()) {
      throw invalid(
          file,
          filled(lines).size() + " answers to " + asked.get().size() + " requests",
          "Give the requests that this file answers, line by line");
    }
    int answers = 0;
    for (int index = 0; index < lines.size(); index++) {
      if (!lines.get(index).isBlank()) {
        String place = file + ":" + (index + 1);
        JsonNode line = parsed(lines.get(index), place);
        String request = asked.isPresent() ? asked.get().get(answers++) : "";
        if (line.has("error")) {
          failed++;
        } else if (!isSummary(line)) {
          matches.add(
              match(
                  line,
                  asked.isPresent() ? parsed(request, place + ", its request") : line,
                  place,
                  index + 1));
        }
      }
    }
    return new MatchRecords(matches, failed);
  }

  private PlayedMatch match(JsonNode line, JsonNode request, String place, int number) {
    String named = text(line.has("game") ? line : request, "game", place);
    Game game = games.game(named, place);
    Moves moves = new Moves(game, place);
    JsonNode actions = line.path(line.has("choices") ? "choices" : "actions");
    if (!actions.isArray()) {
      throw invalid(
          place,
          "no list 'actions'",
          "Write what each player did, such as \"actions\":[\"CCD\",\"CDD\"]");
    }
    List<List<String>> written = new ArrayList<>();
    for (JsonNode ofSeat : actions) {
      written.add(written(ofSeat, moves));
    }
    String name = text(line.has("match") ? line : request, "match", place);
    PlayedMatch match =
        new PlayedMatch(
            name.isEmpty() ? Integer.toString(number) : name,
            game,
            players(line.has("players") ? line : request, game, place),
            moves.history(written));
    JsonNode rounds = line.has("rounds") ? line.path("rounds") : request.path("rounds");
    JsonNode horizon = line.has("horizon") ? line.path("horizon") : request.path("horizon");
    if (rounds.isNumber()
        && !horizon.isNumber()
        && rounds.doubleValue() != match.history().rounds()) {
      throw invalid(
          place,
          match.history().rounds() + " actions a player, and 'rounds' says " + rounds,
          "Give every player one action a round");
    }
    return match;
  }

  private static List<String> written(JsonNode ofSeat, Moves moves) {
    if (ofSeat.isString() && moves.hasLetters()) {
      return ofSeat.stringValue().codePoints().mapToObj(Character::toString).toList();
    }
    if (!ofSeat.isArray()) {
      throw moves.invalid(
          "actions " + ofSeat + " are no list of names",
          moves.hasLetters() ? "Write a text of C and D" : "Write a list of action names");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode name : ofSeat) {
      names.add(name.isString() ? name.stringValue() : name.toString());
    }
    return names;
  }

  private static List<String> players(JsonNode line, Game game, String place) {
    JsonNode players = line.path("players");
    if (players.isMissingNode()) {
      return IntStream.rangeClosed(1, game.seats()).mapToObj(seat -> "player-" + seat).toList();
    }
    List<String> names = new ArrayList<>();
    for (JsonNode player : players) {
      names.add(player.isString() ? player.stringValue() : player.toString());
    }
    if (!players.isArray() || names.size() != game.seats()) {
      throw invalid(
          place,
          names.size() + " players for the " + game.seats() + " seats of '" + game.name() + "'",
          "Give a list with one name a seat");
    }
    return names;
  }

  private static JsonNode parsed(String line, String place) {
    JsonNode node;
    try {
      node = MAPPER.readTree(line);
    } catch (JacksonException e) {
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw invalid(place + ":" + column, "no JSON object", "Write one JSON object a line");
    }
    if (node == null || !node.isObject()) {
      throw invalid(place, "no JSON object", "Write one JSON object a line");
    }
    return node;
  }

  private static String text(JsonNode line, String key, String place) {
    JsonNode node = line.path(key);
    if (node.isMissingNode()) {
      return "";
    }
    if (!node.isString() && !node.isIntegralNumber()) {
      throw invalid(place, "'" + key + "' is " + node, "Give a name");
    }
    return node.isString() ? node.stringValue() : node.toString();
  }

  /** The last line of several matches that {@code games play --json} prints. */
  private static boolean isSummary(JsonNode line) {
    return line.has("matches") && line.has("measures") && !line.has("actions");
  }

  /** One request an answer: blank ones are answered, but for those at the end. */
  private static List<String> asked(List<String> requests, int answers) {
    int size = requests.size();
    while (size > 0 && requests.get(size - 1).isBlank()) {
      size--;
    }
    return size == answers ? requests.subList(0, size) : filled(requests);
  }

  private static List<String> filled(List<String> lines) {
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  private static EthogramException invalid(String place, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, place, problem, remedy);
  }
}
