package org.ethogram.evaluations.cooperation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.comprehension.ComprehensionGate;
import org.ethogram.evaluations.elicitation.WordPair;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.Horizon;

/**
 * What the cooperation evaluation plays, and how.
 *
 * @param games each with two actions a seat and told in words
 * @param opponents each of another name
 * @param rounds of a match of two
 * @param groupRounds of a match of three or more, whose tree grows faster
 * @param horizon what the players are told of the length
 * @param continuation the chance of one round more, where the horizon is geometric; the match is
 *     cut at the number of rounds above
 * @param words candidate pairs of action words, best first; each model gets the first of them that
 *     are single tokens to it
 * @param wordPairs how many of the pairs are used
 * @param phrasings in which words games are told, each a factor level of its own
 * @param threshold histories less probable than this are not followed in exact play
 * @param matches how many matches sampled play draws for each opponent
 * @param attempts how often sampled play asks for an answer
 * @param answerTokens how many tokens an answer may have where the length of the words is not known
 * @param draws how often a subject that cannot score is asked for each choice outside its matches,
 *     in forced histories and comprehension; 0 leaves both out
 * @param gate which episodes count as understood
 */
public record CooperationSettings(
    List<Game> games,
    List<Opponent> opponents,
    int rounds,
    int groupRounds,
    HorizonKind horizon,
    double continuation,
    List<WordPair> words,
    int wordPairs,
    List<Wording> phrasings,
    Elicitation elicitation,
    double threshold,
    int matches,
    int attempts,
    int answerTokens,
    int draws,
    ComprehensionGate gate) {
  /** What players are told of a match's length. */
  public enum HorizonKind {
    KNOWN,
    UNKNOWN,
    GEOMETRIC
  }

  public CooperationSettings {
    games = List.copyOf(games);
    opponents = List.copyOf(opponents);
    words = List.copyOf(words);
    phrasings = List.copyOf(phrasings);
    require(!games.isEmpty(), "games", "none", "Name at least one game");
    require(!opponents.isEmpty(), "opponents", "none", "Name at least one opponent");
    requireDistinct("games", games.stream().map(Game::name).toList());
    requireDistinct("opponents", opponents.stream().map(Opponent::name).toList());
    requireDistinct("words", words.stream().map(WordPair::toString).toList());
    for (Game game : games) {
      for (int seat = 0; seat < game.seats(); seat++) {
        require(
            game.seats() > 1 && game.actions(seat).size() == 2,
            "games",
            "'" + game.name() + "' is not a game of two or more players with two actions each",
            "Choose another game");
      }
    }
    require(rounds > 0 && groupRounds > 0, "rounds", "fewer than 1", "Play at least one round");
    require(
        continuation >= 0 && continuation < 1,
        "continuation",
        continuation + " is no chance below 1",
        "Give a number from 0 to below 1");
    require(
        wordPairs > 0 && wordPairs <= words.size(),
        "word-pairs",
        wordPairs + " of " + words.size() + " pairs",
        "Use at least one pair, and no more than 'words' lists");
    require(!phrasings.isEmpty(), "phrasings", "none", "Name at least one phrasing");
    requireDistinct("phrasings", phrasings.stream().map(Wording::label).toList());
    require(
        threshold >= 0 && threshold < 1,
        "threshold",
        threshold + " is no probability below 1",
        "Give a small number such as 0.0001");
    require(
        matches > 0 && attempts > 0,
        "matches",
        "fewer than 1",
        "Draw at least one, in one attempt");
    require(answerTokens > 0, "answer-tokens", "fewer than 1", "Allow at least one token");
    require(draws >= 0, "draws", "fewer than 0", "Draw 0 or more");
  }

  /** The settings of the default study. */
  public static CooperationSettings defaults() {
    return new CooperationSettings(
        named(
            Catalogue::named,
            "prisoners-dilemma",
            "stag-hunt",
            "chicken",
            "bach-or-stravinsky",
            "public-goods"),
        named(
            Opponent::named,
            "always-cooperate",
            "always-defect",
            "tit-for-tat",
            "defect-once(1)",
            "defect-once(2)",
            "defect-once(3)",
            "random",
            "self"),
        5,
        4,
        HorizonKind.KNOWN,
        0.9,
        named(
            WordPair::parse,
            "oak/rose",
            "river/garden",
            "apple/table",
            "door/island",
            "lemon/window",
            "horse/mirror",
            "bread/eagle",
            "field/cabin"),
        2,
        List.of(Wording.ENGLISH_1),
        Elicitation.EXACT,
        0.0001,
        200,
        8,
        8,
        8,
        ComprehensionGate.of(
            Map.of("own-payoff-off-diagonal", 0.5, "last-other-action-off-diagonal", 0.5)));
  }

  /** The game of this name among those played. */
  Game game(String name) {
    return games.stream().filter(game -> game.name().equals(name)).findFirst().orElseThrow();
  }

  int mostRounds(Game game) {
    return game.seats() == 2 ? rounds : groupRounds;
  }

  /** How many rounds a match of this episode has. */
  int rounds(Game game, Seed seed) {
    return Math.min(mostRounds(game), horizon(game).rounds(seed));
  }

  Horizon horizon(Game game) {
    return switch (horizon) {
      case KNOWN -> new Horizon.Known(mostRounds(game));
      case UNKNOWN -> new Horizon.Unknown(mostRounds(game));
      case GEOMETRIC -> new Horizon.Geometric(continuation);
    };
  }

  /** Everything beside the factors that shapes a result. */
  SortedMap<String, String> identity() {
    SortedMap<String, String> identity = new TreeMap<>();
    identity.put("opponents", joined(opponents.stream().map(Opponent::name)));
    identity.put("rounds", Integer.toString(rounds));
    identity.put("group-rounds", Integer.toString(groupRounds));
    identity.put("horizon", lower(horizon));
    if (horizon == HorizonKind.GEOMETRIC) {
      identity.put("continuation", Double.toString(continuation));
    }
    identity.put("words", joined(words.stream().map(WordPair::toString)));
    identity.put("elicitation", lower(elicitation));
    if (elicitation == Elicitation.EXACT) {
      identity.put("threshold", Double.toString(threshold));
    } else {
      identity.put("matches", Integer.toString(matches));
      identity.put("attempts", Integer.toString(attempts));
      identity.put("answer-tokens", Integer.toString(answerTokens));
      identity.put("draws", Integer.toString(draws));
    }
    identity.put("gate", gate.levels().toString());
    return identity;
  }

  private static String joined(Stream<String> names) {
    return names.collect(Collectors.joining(" "));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <T> List<T> named(Function<String, T> read, String... names) {
    return Stream.of(names).map(read).toList();
  }

  private static void requireDistinct(String field, List<String> names) {
    require(
        names.stream().distinct().count() == names.size(),
        field,
        "a name stands twice in " + names,
        "Name each once");
  }

  private static void require(boolean fine, String field, String problem, String remedy) {
    if (!fine) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION, "cooperation: " + field, problem, remedy);
    }
  }
}
