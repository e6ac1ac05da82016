package org.ethogram.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What was done, counted; JMH reports each count as a rate per second. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Work {
  /** Tokens trained on. */
  public double tokens;

  /** Floating-point operations in thousand millions. */
  public double gigaflop;

  /** Decisions asked of a model: one a node of the history tree. */
  public double decisions;

  /** Rounds of a tournament that were played. */
  public double rounds;

  /** Seconds of a core that the whole process took; below the cores there are, others ran too. */
  public double coreSeconds;
}
