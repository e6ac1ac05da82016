package org.ethogram.organisms.corpus;

/**
 * How much the loss of each sort of token counts. What nothing foretells, as the numbers of the
 * rules or the words of a question, asks for no prediction.
 *
 * @param wording that never changes
 * @param action in a round
 * @param firstAction in the first round, which only the payoffs foretell
 * @param points of the reader in a round
 * @param otherPoints of the other in a round, and where a row of a table is told again
 * @param answer to a question, and what is told again
 */
public record LossWeights(
    double wording,
    double action,
    double firstAction,
    double points,
    double otherPoints,
    double answer) {}
