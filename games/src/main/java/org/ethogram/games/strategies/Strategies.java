package org.ethogram.games.strategies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.play.Strategy;

/** The strategies that have a name. */
public final class Strategies {
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
    add(Reinforcement.entries());
    add(Forgetful.entries());
    add(Sequences.entries());
    add(Gamblers.entries());
    add(Experiments.entries());
    add(StateMachines.entries());
    add(FirstTournament.entries());
    add(SecondTournament.entries());
    add(SecondTournamentByChance.entries());
    add(MetaPlayers.entries());
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
    Written written = Written.of(text);
    Entry entry = ENTRIES.get(Suggestion.plain(written.name()));
    if (entry != null) {
      return entry.make().with(new Arguments(entry.card(), text, written.parameters()));
    }
    Entry ofWholeText = ENTRIES.get(Suggestion.plain(text));
    if (ofWholeText != null) {
      return ofWholeText.make().with(new Arguments(ofWholeText.card(), text, List.of()));
    }
    throw unknown(text, written.name());
  }

  /**
   * The strategies of a list, such as {@code tit-for-tat,memory-one(1,1,0,0,1),cycle:CCD}.
   *
   * @param text strategies parted by commas; a comma in brackets belongs to the parameters
   * @throws EthogramException {@code INVALID_DATA} as {@link #named} and where a strategy is
   *     missing
   */
  public static List<Strategy> list(String text) {
    return Written.list(text).stream().map(Strategies::named).toList();
  }

  /**
   * What is known of the strategy of this name, whatever parameters stand after it.
   *
   * @throws EthogramException {@code INVALID_DATA} with the nearest name when there is none
   */
  public static StrategyCard card(String text) {
    String name = Written.of(text).name();
    Entry entry = ENTRIES.get(Suggestion.plain(name));
    Entry found = entry == null ? ENTRIES.get(Suggestion.plain(text)) : entry;
    if (found == null) {
      throw unknown(text, name);
    }
    return found.card();
  }

  /** Every strategy's card, in the order of the library. */
  public static List<StrategyCard> cards() {
    return List.copyOf(CARDS);
  }

  private static EthogramException unknown(String text, String name) {
    List<String> known = new ArrayList<>();
    for (StrategyCard card : CARDS) {
      known.add(card.name());
      known.addAll(card.otherNames());
    }
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        "strategy '" + text + "'",
        "no strategy of this name",
        Suggestion.nearest(name, known)
            .map(nearest -> "Did you mean '" + nearest + "'")
            .orElse("See the list of 'ethogram games strategies'"));
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
