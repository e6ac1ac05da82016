package org.ethogram.games.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiaryTest {
  /** Counted one by one over 200 rounds, for every stretch, those that begin or end a word too. */
  @Test
  void defectionsBetweenAreThoseOfTheRounds() {
    Diary diary = new Diary();
    for (int round = 0; round < 200; round++) {
      diary.add(round % 3 != 0, round % 7 != 0 && round % 5 != 1);
    }
    for (int from = 0; from <= 200; from++) {
      int self = 0;
      int other = 0;
      for (int to = from; to <= 200; to++) {
        assertThat(diary.selfDefectionsBetween(from, to)).isEqualTo(self);
        assertThat(diary.otherDefectionsBetween(from, to)).isEqualTo(other);
        self += to < 200 && !diary.selfAt(to) ? 1 : 0;
        other += to < 200 && !diary.otherAt(to) ? 1 : 0;
      }
    }
  }
}
