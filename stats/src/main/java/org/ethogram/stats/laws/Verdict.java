package org.ethogram.stats.laws;

/** What a series does along an axis, as far as its data can tell. */
public enum Verdict {
  RISES,
  FALLS,
  /** Falls first and rises later. */
  U,
  /** Rises first and falls later. */
  INVERSE_U,
  /** Changes by less than a stated margin. */
  FLAT,
  /** Neither a direction nor flatness can be claimed. */
  NOT_ENOUGH_DATA
}
