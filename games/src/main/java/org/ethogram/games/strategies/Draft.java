package org.ethogram.games.strategies;

import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
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
 *
 * @param ending moves at the end of a match whose length is known, or empty
 */
record Draft(StrategyCard card, String ending) {
  static Draft of(String name, String source) {
    return new Draft(StrategyCard.of(name, source), "");
  }

  Draft also(String... names) {
    return with(card.withOtherNames(names));
  }

  /** How many rounds back it looks. */
  Draft memory(int rounds) {
    return with(card.withMemory(rounds));
  }

  Draft stochastic() {
    return with(card.withChance());
  }

  Draft usingHorizon() {
    return with(card.withHorizon());
  }

  /** It plays these moves at the end of a match whose length it knows. */
  Draft endingWith(String moves) {
    return new Draft(card.withHorizon(), moves);
  }

  Draft parameters(String text) {
    return with(card.withParameters(text));
  }

  /** It decides by the diary alone. */
  Entry plays(ToDoubleFunction<Diary> rule) {
    return deciding(_ -> rule::applyAsDouble);
  }

  /** It keeps a state of its own beside the diary. */
  Entry keepsState(Supplier<Decider> decider) {
    return deciding(_ -> decider.get());
  }

  /** It looks at its seat before the first round. */
  Entry looksAtSeat(Function<Seat, Decider> decider) {
    return deciding(decider);
  }

  /** It decides by the payoffs R, S, T and P, and so plays symmetric 2x2 games alone. */
  Entry usesPayoffs(Function<DilemmaPayoffs, Decider> decider) {
    return with(card.withPayoffs()).deciding(seat -> decider.apply(Payoffs.of(seat, card.name())));
  }

  /** It decides by the payoffs and by the length of the match, where that is known. */
  Entry usesPayoffsAndHorizon(BiFunction<DilemmaPayoffs, OptionalInt, Decider> decider) {
    return with(card.withPayoffs().withHorizon())
        .deciding(seat -> decider.apply(Payoffs.of(seat, card.name()), seat.horizon().announced()));
  }

  /** It is the memory-one strategy of these five probabilities of cooperation. */
  Entry memoryOne(double first, double afterCC, double afterCD, double afterDC, double afterDD) {
    Draft one = card.memory().isPresent() ? this : memory(1);
    return one.is(new MemoryOne(card.name(), first, afterCC, afterCD, afterDC, afterDD));
  }

  /** It is this strategy. */
  Entry is(Strategy strategy) {
    return takes(0, 0, _ -> strategy);
  }

  /** It takes parameters. */
  Entry takes(int least, int most, Maker maker) {
    return new Entry(
        card,
        arguments -> {
          arguments.requireCount(least, most);
          return maker.with(arguments);
        });
  }

  private Entry deciding(Function<Seat, Decider> decider) {
    return is(new DiaryStrategy(card.name(), seat -> withEnding(seat, decider.apply(seat))));
  }

  private Draft with(StrategyCard changed) {
    return new Draft(changed, ending);
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
