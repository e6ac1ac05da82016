package org.ethogram.report.fits;

/** Which rows are repeated measures of one thing that was trained, or drawn, once. */
public sealed interface Clusters {
  /** The column that names it. */
  record Column(String name) implements Clusters {}

  /** Every row is a thing of its own. */
  record EveryRow() implements Clusters {}

  /** Nobody said; rows may depend on each other, so there are values and no intervals. */
  record Unsaid() implements Clusters {}
}
