package org.ethogram.organisms.corpus;

/**
 * How much the loss of each sort of token counts. What nothing foretells, as the numbers of the
 * rules or the words of a question, asks for no prediction.
 *
 * @param wording that never changes
 * @param action in a round
 * @param points in a round
 * @param answer to a question, and what is told again
 * @param secondNumber the other player's number where a row is told again
 */
public record LossWeights(
    double wording, double action, double points, double answer, double secondNumber) {}
