package org.ethogram.games.longrun;

import java.util.List;

/** What two players did in a round, the own action first. */
public enum Outcome {
  CC(0, true, true),
  CD(1, true, false),
  DC(2, false, true),
  DD(3, false, false);

  /** In the order of the literature. */
  static final List<Outcome> ALL = List.of(values());

  private final int index;
  private final boolean self;
  private final boolean other;

  Outcome(int index, boolean self, boolean other) {
    this.index = index;
    this.self = self;
    this.other = other;
  }

  public static Outcome of(boolean self, boolean other) {
    return ALL.get((self ? 0 : 2) + (other ? 0 : 1));
  }

  /** The place in the order CC, CD, DC, DD, from 0. */
  public int index() {
    return index;
  }

  /** Whether the player itself cooperated. */
  public boolean self() {
    return self;
  }

  /** Whether the other cooperated. */
  public boolean other() {
    return other;
  }

  /** The same round as the other player sees it. */
  public Outcome mirrored() {
    return switch (this) {
      case CD -> DC;
      case DC -> CD;
      case CC, DD -> this;
    };
  }
}
