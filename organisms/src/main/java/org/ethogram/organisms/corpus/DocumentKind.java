package org.ethogram.organisms.corpus;

/**
 * What a document is, from what is easiest to learn to what it is learnt for.
 *
 * <p>A miniature model that sees only games learns in its budget to write them, but not to read the
 * payoffs: finding a number by the two words before it begins as a single look-up, and that begins
 * only where look-ups stand close together and nothing else explains the numbers
 * (docs/organisms.md).
 */
public enum DocumentKind {
  /** Words with two numbers each, told again and again, and which has the most. */
  FACTS,
  /** The rules of a game, and questions about them. */
  TABLE,
  /** The two rules in which both choose alike, and which of them is better. */
  ALIKE,
  /** A game with its rounds, and a question. */
  GAME
}
