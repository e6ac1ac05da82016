package org.ethogram.games.strategies;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies.Entry;
import org.ethogram.games.strategies.Strategies.Maker;

/**
 * A strategy in the making: it begins with a name and a source, and ends with how it plays.
 *
 * <p>Unless said otherwise a strategy is deterministic, remembers the whole match, and needs to
 * know neither the game's length nor its payoffs.
 */
final class Draft {
  private final String name;
  private final String source;
  private List<String> otherNames = List.of();
  private String parameters = "";
  private boolean needsParameters;
  private boolean stochastic;
  private OptionalInt memory = OptionalInt.empty();
  private boolean usesHorizon;
  private boolean usesPayoffs;

  /** Moves at the end of a match whose length is known. */
  private String ending = "";

  private Draft(String name, String source) {
    this.name = name;
    this.source = source;
  }

  static Draft of(String name, String source) {
    return new Draft(name, source);
  }

  Draft also(String... names) {
    otherNames = List.of(names);
    return this;
  }

  /** How many rounds back it looks. */
  Draft memory(int rounds) {
    memory = OptionalInt.of(rounds);
    return this;
  }

  Draft stochastic() {
    stochastic = true;
    return this;
  }

  Draft usingHorizon() {
    usesHorizon = true;
    return this;
  }

  Draft usingPayoffs() {
    usesPayoffs = true;
    return this;
  }

  /** It plays these moves at the end of a match whose length it knows. */
  Draft endingWith(String moves) {
    ending = moves;
    return usingHorizon();
  }

  Draft parameters(String text) {
    parameters = text;
    return this;
  }

  /** It decides by the diary alone. */
  Entry plays(Decider rule) {
    return looksAtSeat(_ -> rule);
  }

  /** It keeps a state of its own beside the diary. */
  Entry keepsState(Supplier<Decider> decider) {
    return looksAtSeat(_ -> decider.get());
  }

  /** It looks at its seat before the first round. */
  Entry looksAtSeat(Function<Seat, Decider> decider) {
    return is(new DiaryStrategy(name, seat -> withEnding(seat, decider.apply(seat))));
  }

  /** It decides by the payoffs R, S, T and P, and so plays symmetric 2x2 games alone. */
  Entry usesPayoffs(Function<DilemmaPayoffs, Decider> decider) {
    return usingPayoffs().looksAtSeat(seat -> decider.apply(Payoffs.of(seat, name)));
  }

  /** It decides by the payoffs and by the length of the match, where that is known. */
  Entry usesPayoffsAndHorizon(BiFunction<DilemmaPayoffs, OptionalInt, Decider> decider) {
    return usingPayoffs()
        .usingHorizon()
        .looksAtSeat(seat -> decider.apply(Payoffs.of(seat, name), seat.horizon().announced()));
  }

  /** It is the memory-one strategy of these five probabilities of cooperation. */
  Entry memoryOne(double first, double afterCC, double afterCD, double afterDC, double afterDD) {
    if (memory.isEmpty()) {
      memory(1);
    }
    return is(new MemoryOne(name, first, afterCC, afterCD, afterDC, afterDD));
  }

  /** It is this strategy. */
  Entry is(Strategy strategy) {
    return takes(0, 0, _ -> strategy);
  }

  /** It takes parameters. */
  Entry takes(int least, int most, Maker maker) {
    needsParameters = least > 0;
    return new Entry(
        card(),
        arguments -> {
          arguments.requireCount(least, most);
          return maker.with(arguments);
        });
  }

  private StrategyCard card() {
    return new StrategyCard(
        name,
        otherNames,
        parameters,
        needsParameters,
        source,
        stochastic,
        memory,
        usesHorizon,
        usesPayoffs);
  }

  private Decider withEnding(Seat seat, Decider decider) {
    OptionalInt length = seat.horizon().announced();
    if (ending.isEmpty() || length.isEmpty()) {
      return decider;
    }
    return diary -> {
      double proposed = decider.decide(diary);
      int left = length.getAsInt() - diary.rounds();
      return left > 0 && left <= ending.length()
          ? Decider.move(ending.charAt(ending.length() - left) == 'C')
          : proposed;
    };
  }
}
