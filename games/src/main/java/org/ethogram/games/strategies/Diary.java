package org.ethogram.games.strategies;

import java.util.Arrays;

/** What a player remembers of a match: every move of its own and of the other, one bit each. */
final class Diary {
  private long[] selfDefected = new long[2];
  private long[] otherDefected = new long[2];
  private int rounds;
  private int selfDefections;
  private int otherDefections;
  private int mutualDefections;

  void add(boolean self, boolean other) {
    int word = rounds >> 6;
    if (word == selfDefected.length) {
      selfDefected = Arrays.copyOf(selfDefected, 2 * word);
      otherDefected = Arrays.copyOf(otherDefected, 2 * word);
    }
    int selfDefects = self ? 0 : 1;
    int otherDefects = other ? 0 : 1;
    selfDefected[word] |= (long) selfDefects << rounds;
    otherDefected[word] |= (long) otherDefects << rounds;
    selfDefections += selfDefects;
    otherDefections += otherDefects;
    mutualDefections += selfDefects & otherDefects;
    rounds++;
  }

  /** How many rounds have been played. */
  int rounds() {
    return rounds;
  }

  boolean isEmpty() {
    return rounds == 0;
  }

  /**
   * Whether this player cooperated.
   *
   * @param back 1 for the last round, 2 for the one before
   */
  boolean self(int back) {
    return selfAt(rounds - back);
  }

  /** Whether the other cooperated so many rounds back. */
  boolean other(int back) {
    return otherAt(rounds - back);
  }

  /** Whether the other defected in the last round; false before the first. */
  boolean otherDefectedLast() {
    return rounds > 0 && !other(1);
  }

  /**
   * Whether this player cooperated.
   *
   * @param index of the round, from 0
   */
  boolean selfAt(int index) {
    return (selfDefected[index >> 6] >> index & 1) == 0;
  }

  /** Whether the other cooperated in the round of this index, from 0. */
  boolean otherAt(int index) {
    return (otherDefected[index >> 6] >> index & 1) == 0;
  }

  int selfDefections() {
    return selfDefections;
  }

  int selfCooperations() {
    return rounds - selfDefections;
  }

  int otherDefections() {
    return otherDefections;
  }

  int otherCooperations() {
    return rounds - otherDefections;
  }

  /** In how many rounds this player and the other moved so. */
  int count(boolean self, boolean other) {
    if (self) {
      return other
          ? rounds - selfDefections - otherDefections + mutualDefections
          : otherDefections - mutualDefections;
    }
    return other ? selfDefections - mutualDefections : mutualDefections;
  }

  /** The other's defections in the last so many rounds, or in all where there are fewer. */
  int otherDefectionsInLast(int count) {
    return otherDefectionsBetween(Math.max(0, rounds - count), rounds);
  }

  /** The other's defections from one index to before another. */
  int otherDefectionsBetween(int from, int to) {
    return between(otherDefected, from, to);
  }

  /** This player's defections from one index to before another. */
  int selfDefectionsBetween(int from, int to) {
    return between(selfDefected, from, to);
  }

  private static int between(long[] defected, int from, int to) {
    int defections = 0;
    for (int word = from >> 6; word << 6 < to; word++) {
      long since = word == from >> 6 ? -1L << from : -1L;
      long until = word == to >> 6 ? ~(-1L << to) : -1L;
      defections += Long.bitCount(defected[word] & since & until);
    }
    return defections;
  }

  /** Whether the other's last moves are these letters C and D, the latest last. */
  boolean otherEnds(String moves) {
    return moves.length() <= rounds && otherPlayed(rounds - moves.length(), moves);
  }

  /** Whether the other's first moves are these letters C and D. */
  boolean otherBegan(String moves) {
    return moves.length() <= rounds && otherPlayed(0, moves);
  }

  private boolean otherPlayed(int from, String moves) {
    for (int position = 0; position < moves.length(); position++) {
      if (otherAt(from + position) != (moves.charAt(position) == 'C')) {
        return false;
      }
    }
    return true;
  }
}
