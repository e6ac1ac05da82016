package org.ethogram.games.strategies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.play.Strategy;

/** The strategies that have a name. */
public final class Strategies {
  private static final Pattern WITH_PARAMETERS = Pattern.compile("([^(:]+)(?:\\(([^)]*)\\)|:(.*))");
  private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();
  private static final List<StrategyCard> CARDS = new ArrayList<>();

  static {
    add(Classics.entries());
    add(TitForTatRelatives.entries());
    add(GradualOnes.entries());
    add(Grudgers.entries());
    add(Probers.entries());
    add(Hunters.entries());
    add(ShortMemories.entries());
    add(Counters.entries());
    add(Learners.entries());
    add(Sequences.entries());
    add(StateMachines.entries());
    add(FirstTournament.entries());
    add(SecondTournament.entries());
    add(SecondTournamentByChance.entries());
  }

  private Strategies() {}

  /**
   * The strategy of this name, without regard to case, spaces and punctuation.
   *
   * @param text a name, with any parameters in brackets or after a colon: {@code Tit For Tat},
   *     {@code random(0.3)}, {@code cycle:CCD}
   * @throws EthogramException {@code INVALID_DATA} with the nearest name when there is none, or
   *     when the parameters do not fit
   */
  public static Strategy named(String text) {
    Matcher written = WITH_PARAMETERS.matcher(text.strip());
    boolean hasParameters = written.matches();
    String name = hasParameters ? written.group(1) : text;
    Entry entry = ENTRIES.get(Suggestion.plain(name));
    if (entry == null) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategy '" + text + "'",
          "no strategy of this name",
          Suggestion.remedy(name, CARDS.stream().map(StrategyCard::name).toList()));
    }
    List<String> values = hasParameters ? parameters(written) : List.of();
    return entry.make().with(new Arguments(entry.card(), text, values));
  }

  /** Every strategy's card, in the order of the library. */
  public static List<StrategyCard> cards() {
    return List.copyOf(CARDS);
  }

  private static List<String> parameters(Matcher written) {
    String parameters = written.group(2) == null ? written.group(3) : written.group(2);
    return Arrays.stream(parameters.split(","))
        .map(String::strip)
        .filter(p -> !p.isEmpty())
        .toList();
  }

  private static void add(List<Entry> entries) {
    for (Entry entry : entries) {
      CARDS.add(entry.card());
      know(entry.card().name(), entry);
      entry.card().otherNames().forEach(name -> know(name, entry));
    }
  }

  private static void know(String name, Entry entry) {
    Entry before = ENTRIES.put(Suggestion.plain(name), entry);
    if (before != null) {
      throw new IllegalStateException("two strategies are named " + name);
    }
  }

  /** A card and how to make the strategy from its parameters. */
  record Entry(StrategyCard card, Maker make) {}

  /** Makes a strategy from the parameters that were written. */
  @FunctionalInterface
  interface Maker {
    Strategy with(Arguments arguments);
  }
}
