package org.ethogram.games.telling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;
import org.jspecify.annotations.Nullable;

/** Reads a told game back into numbers, whatever its phrasing. */
public final class TellingReader {
  private static final Pattern SENTENCES = Pattern.compile("(?<=\\.) ");
  private static final int MOST_SEATS = 6;
  private static final Pattern PLAYER = Pattern.compile("player ([0-9]+)");

  private final int seats;
  private final Grammar grammar;
  private final List<String> words = new ArrayList<>();
  private final Map<List<String>, List<Double>> payoffs = new HashMap<>();
  private final List<List<String>> rounds = new ArrayList<>();
  private OptionalInt announcedRounds = OptionalInt.empty();
  private OptionalDouble continuation = OptionalDouble.empty();
  private @Nullable Asked asked;

  private TellingReader(int seats) {
    this.seats = seats;
    this.grammar = Grammar.of(seats);
  }

  /**
   * What a text says that was told by {@link Telling}, up to any point at which an action word or
   * an answer is due.
   *
   * @throws EthogramException {@code INVALID_DATA} when a sentence is of no known wording, or when
   *     the payoffs of a joint choice are missing or contradict each other
   */
  public static Parsed read(String text) {
    TellingReader reader = new TellingReader(seats(text));
    String[] lines = text.split("\n", -1);
    for (int line = 0; line < lines.length; line++) {
      reader.readLine(lines[line], line == lines.length - 1);
    }
    return reader.parsed();
  }

  /** By the highest number that a player is called, or else by the form of the rules. */
  private static int seats(String text) {
    Matcher player = PLAYER.matcher(text);
    int highest = 0;
    while (player.find()) {
      highest = Math.max(highest, Integer.parseInt(player.group(1)));
    }
    if (highest > 0) {
      return highest;
    }
    String[] sentences = SENTENCES.split(text.lines().findFirst().orElse(""));
    return IntStream.rangeClosed(2, MOST_SEATS)
        .filter(
            seats ->
                Arrays.stream(sentences)
                    .anyMatch(
                        sentence -> Grammar.read(Grammar.of(seats).rules(), sentence).isPresent()))
        .findFirst()
        .orElse(2);
  }

  private void readLine(String line, boolean last) {
    if (line.isBlank() || readQuestion(line) || (last && readUnfinished(line))) {
      return;
    }
    for (String sentence : SENTENCES.split(line)) {
      if (!readSentence(sentence)) {
        throw unreadable("'" + sentence + "' is of no known wording");
      }
    }
  }

  private boolean readSentence(String sentence) {
    Optional<Map<Slot, String>> round = Grammar.read(grammar.rounds(), sentence);
    if (round.isPresent()) {
      rounds.add(actions(round.get()));
      return true;
    }
    Optional<Map<Slot, String>> rule = Grammar.read(grammar.rules(), sentence);
    if (rule.isPresent()) {
      readRule(rule.get());
      return true;
    }
    Optional<Map<Slot, String>> setting = Grammar.read(grammar.settings(), sentence);
    setting.ifPresent(this::readSetting);
    return setting.isPresent() || grammar.points().read(sentence).isPresent();
  }

  private void readSetting(Map<Slot, String> values) {
    String mentioned = values.get(Slot.WORDS);
    if (mentioned != null) {
      words.addAll(Arrays.asList(mentioned.split(", | or ")));
    }
    String count = values.get(Slot.ROUNDS);
    if (count != null) {
      announcedRounds = OptionalInt.of(Integer.parseInt(count));
    }
    String chance = values.get(Slot.CHANCE);
    if (chance != null) {
      continuation = OptionalDouble.of(Double.parseDouble(chance) / 100);
    }
  }

  private void readRule(Map<Slot, String> values) {
    List<String> actions = actions(values);
    List<Double> worth = new ArrayList<>();
    for (int player = 0; player < seats; player++) {
      String own = Objects.requireNonNull(values.get(Slot.points(0)));
      worth.add(Double.valueOf(values.getOrDefault(Slot.points(player), own)));
    }
    List<Double> before = payoffs.put(actions, worth);
    if (before != null && !before.equals(worth)) {
      throw unreadable("two different payoffs of " + actions + ": " + before + " and " + worth);
    }
  }

  private boolean readQuestion(String line) {
    for (Map.Entry<Question.Topic, Template> question : grammar.questions().entrySet()) {
      if (question.getValue().read(line).isPresent()) {
        return true;
      }
      Optional<Map<Slot, String>> unanswered = question.getValue().before(Slot.ANSWER).read(line);
      if (unanswered.isPresent()) {
        asked = new Asked.Answer(question.getKey(), named(unanswered.get()));
        return true;
      }
    }
    return false;
  }

  private boolean readUnfinished(String line) {
    for (Template round : grammar.rounds()) {
      Optional<Map<Slot, String>> opening = round.before(Slot.action(0)).read(line);
      if (opening.isPresent()) {
        asked = new Asked.OwnAction(number(opening.get()));
        return true;
      }
      Optional<Map<Slot, String>> half = round.before(Slot.action(1)).read(line);
      if (half.isPresent()) {
        asked = new Asked.OtherAction(number(half.get()), named(half.get()).getFirst());
        return true;
      }
    }
    return false;
  }

  /** The action of each player; what a sentence says of all goes for each. */
  private List<String> actions(Map<Slot, String> values) {
    String own = Objects.requireNonNull(values.get(Slot.action(0)));
    return IntStream.range(0, seats)
        .mapToObj(player -> values.getOrDefault(Slot.action(player), own))
        .toList();
  }

  private List<Integer> named(Map<Slot, String> values) {
    return IntStream.range(0, seats)
        .mapToObj(player -> values.get(Slot.action(player)))
        .filter(Objects::nonNull)
        .map(this::index)
        .toList();
  }

  private int index(String word) {
    int index = words.indexOf(word);
    if (index < 0) {
      throw unreadable("'" + word + "' is not among the actions " + words);
    }
    return index;
  }

  private static int number(Map<Slot, String> values) {
    return Integer.parseInt(Objects.requireNonNull(values.get(Slot.ROUND)));
  }

  private Parsed parsed() {
    if (words.isEmpty()) {
      payoffs.keySet().stream().flatMap(List::stream).sorted().distinct().forEach(words::add);
    }
    Game game = game();
    History history = History.start(seats);
    for (List<String> round : rounds) {
      history = history.with(round.stream().mapToInt(this::index).toArray());
    }
    return new Parsed(
        words,
        game,
        announcedRounds,
        continuation,
        history,
        asked == null ? new Asked.Nothing() : asked);
  }

  private Game game() {
    int profiles = (int) Math.pow(words.size(), seats);
    double[][] table = new double[seats][profiles];
    for (int index = 0; index < profiles; index++) {
      List<String> actions = profile(index);
      List<Double> worth = payoffs.get(actions);
      if (worth == null) {
        throw unreadable("no payoffs of " + String.join(", ", actions));
      }
      for (int player = 0; player < seats; player++) {
        table[player][index] = worth.get(player);
      }
    }
    if (payoffs.size() != profiles) {
      throw unreadable("payoffs of actions other than " + words);
    }
    List<List<String>> names = IntStream.range(0, seats).mapToObj(_ -> List.copyOf(words)).toList();
    return Game.of("told", names, table);
  }

  private List<String> profile(int index) {
    List<String> reversed = new ArrayList<>();
    int rest = index;
    for (int player = 0; player < seats; player++) {
      reversed.add(words.get(rest % words.size()));
      rest /= words.size();
    }
    return List.copyOf(reversed.reversed());
  }

  private static EthogramException unreadable(String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "told game", problem, "Give a text as this version tells games");
  }
}
