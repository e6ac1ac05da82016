package org.ethogram.games.longrun;

import java.util.List;

/** What two players did in a round, the own action first. */
public enum Outcome {
  CC(true, true),
  CD(true, false),
  DC(false, true),
  DD(false, false);

  /** In the order of the literature. */
  static final List<Outcome> ALL = List.of(values());

  private final boolean self;
  private final boolean other;

  Outcome(boolean self, boolean other) {
    this.self = self;
    this.other = other;
  }

  public static Outcome of(boolean self, boolean other) {
    return ALL.get((self ? 0 : 2) + (other ? 0 : 1));
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
    return of(other, self);
  }
}
