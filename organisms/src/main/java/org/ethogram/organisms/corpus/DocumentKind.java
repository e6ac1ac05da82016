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
  /** Words with two numbers each, told again and again in any order. */
  FACTS,
  /** The same once, and which of the words has the most. */
  MOST_OF_FACTS,
  /** A payoff table in bare words and numbers, its rows told again in any order. */
  TABLE,
  /** The same once, and what is best for both. */
  MOST_OF_TABLE,
  /** What both get when both choose alike, in English, and which choice is better for both. */
  ALIKE,
  /** The rules of a game in English, told again, and questions. */
  RULES,
  /** The rules once, and one question about which choice is better. */
  CHOICE,
  /** A game with its rounds, and questions. */
  GAME
}
