package org.ethogram.games.fingerprints;

/** How the numbers of a fingerprint came about. */
public sealed interface Basis {
  /** The limit of the mean over ever more rounds, from the strategies' own first moves. */
  record LongRun() implements Basis {
    @Override
    public String toString() {
      return "exact, limit of the mean over ever more rounds";
    }
  }

  /** The expectation over so many rounds. */
  record Expected(int rounds) implements Basis {
    @Override
    public String toString() {
      return "exact, " + rounds + " rounds";
    }
  }

  /** Matches that were played at each point. */
  record Simulated(int rounds, int matches) implements Basis {
    @Override
    public String toString() {
      return "simulated, " + matches + " matches of " + rounds + " rounds";
    }
  }
}
