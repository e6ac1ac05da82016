package org.ethogram.torch.engine;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** What is wanted of the prediction after one position of a sequence. */
abstract sealed class Readout permits TokenScores, NextToken {
  private final int position;

  Readout(int position) {
    this.position = position;
  }

  /** The position after which the prediction is made. */
  final int position() {
    return position;
  }

  /** Takes what is wanted; the prediction cannot be read later. */
  abstract void read(Prediction prediction);

  /**
   * @throws EthogramException {@code NOT_FINITE} when the network gave numbers that are none
   */
  static double requireNumber(double logProbability) {
    if (Double.isNaN(logProbability)) {
      throw new EthogramException(
          ErrorCode.NOT_FINITE,
          "model",
          "it gave a probability that is not a number",
          "Check the weights of the model");
    }
    return logProbability;
  }
}
