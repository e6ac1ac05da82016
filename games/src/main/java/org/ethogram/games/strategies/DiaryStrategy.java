package org.ethogram.games.strategies;

import java.util.function.Function;
import org.ethogram.games.play.Seat;

/** A strategy that decides by its diary. */
record DiaryStrategy(String name, Function<Seat, Decider> decider) implements DilemmaStrategy {
  @Override
  public DilemmaPlayer begin(Seat seat) {
    Decider decides = decider.apply(seat);
    Diary diary = new Diary();
    return new DilemmaPlayer() {
      private double next = decides.decide(diary);

      @Override
      public double cooperation() {
        return next;
      }

      @Override
      public void observe(boolean self, boolean others) {
        diary.add(self, others);
        next = decides.decide(diary);
      }
    };
  }
}
