package org.ethogram.games.play;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The joint actions of the rounds played so far.
 *
 * <p>Immutable; extending copies one byte an action, so that the branches of a history tree can
 * grow from a common stem. Equal histories are equal keys.
 */
public final class History {
  private final int seats;
  private final byte[] actions;

  private History(int seats, byte[] actions) {
    this.seats = seats;
    this.actions = actions;
  }

  /**
   * @param actions the actions of all seats round by round, not changed by anybody after this
   */
  static History of(int seats, byte[] actions) {
    return new History(seats, actions);
  }

  /** Before the first round. */
  public static History start(int seats) {
    if (seats < 1) {
      throw new IllegalArgumentException("a history needs at least one seat, not " + seats);
    }
    return new History(seats, new byte[0]);
  }

  /**
   * The history of these rounds, in time that grows with their number alone.
   *
   * @param profiles the actions of all seats, round by round
   */
  public static History of(int seats, List<int[]> profiles) {
    Recorder recorder = new Recorder(seats, profiles.size());
    for (int[] profile : profiles) {
      if (profile.length != seats) {
        throw new IllegalArgumentException(profile.length + " actions for " + seats + " seats");
      }
      recorder.add(profile);
    }
    return recorder.history();
  }

  /** This history and one round more. */
  public History with(int... profile) {
    if (profile.length != seats) {
      throw new IllegalArgumentException(profile.length + " actions for " + seats + " seats");
    }
    byte[] longer = Arrays.copyOf(actions, actions.length + seats);
    for (int seat = 0; seat < seats; seat++) {
      longer[actions.length + seat] = (byte) Objects.checkIndex(profile[seat], Byte.MAX_VALUE);
    }
    return new History(seats, longer);
  }

  public int seats() {
    return seats;
  }

  /** How many rounds have been played. */
  public int rounds() {
    return actions.length / seats;
  }

  /**
   * @param round from 1
   */
  public int action(int round, int seat) {
    Objects.checkIndex(round - 1, rounds());
    return actions[(round - 1) * seats + Objects.checkIndex(seat, seats)];
  }

  /**
   * All seats' actions in a round.
   *
   * @param round from 1
   */
  public int[] profile(int round) {
    int[] profile = new int[seats];
    for (int seat = 0; seat < seats; seat++) {
      profile[seat] = action(round, seat);
    }
    return profile;
  }

  /**
   * The first rounds of this history.
   *
   * @param rounds at most as many as were played
   */
  public History first(int rounds) {
    return new History(
        seats, Arrays.copyOf(actions, Objects.checkIndex(rounds, rounds() + 1) * seats));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History history
        && seats == history.seats
        && Arrays.equals(actions, history.actions);
  }

  @Override
  public int hashCode() {
    return 31 * seats + Arrays.hashCode(actions);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int round = 1; round <= rounds(); round++) {
      text.append(round == 1 ? "" : " ");
      for (int seat = 0; seat < seats; seat++) {
        text.append(seat == 0 ? "" : ",").append(action(round, seat));
      }
    }
    return text.toString();
  }
}
