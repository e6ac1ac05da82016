package org.ethogram.games.formats;

/** How an .nfg text tells what the players get. */
public enum NfgForm {
  /** The payoffs of each joint choice in turn. */
  PAYOFF,
  /** The different outcomes once, then the number of the outcome of each joint choice. */
  OUTCOME
}
