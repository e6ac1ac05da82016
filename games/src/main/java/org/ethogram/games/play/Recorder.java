package org.ethogram.games.play;

import java.util.Arrays;
import java.util.Objects;

/** A history in the making, for long matches: adding a round takes the same time at any length. */
final class Recorder {
  private final int seats;
  private byte[] actions;
  private int recorded;

  Recorder(int seats, int expectedRounds) {
    this.seats = seats;
    this.actions = new byte[Math.multiplyExact(seats, Math.max(1, expectedRounds))];
  }

  void add(int[] profile) {
    if (recorded + seats > actions.length) {
      actions = Arrays.copyOf(actions, Math.multiplyExact(2, actions.length));
    }
    for (int action : profile) {
      actions[recorded++] = (byte) Objects.checkIndex(action, Byte.MAX_VALUE);
    }
  }

  History history() {
    return History.of(seats, Arrays.copyOf(actions, recorded));
  }
}
