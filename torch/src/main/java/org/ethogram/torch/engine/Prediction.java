package org.ethogram.torch.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/** The predictions of one pass, line by line; readable while the pass lasts. */
final class Prediction {
  private final FloatPointer logits;
  private final FloatPointer logProbabilities;
  private final float[] lineLogits;
  private long begin;

  /**
   * @param logits float32 [lines, vocabulary], on the processor
   * @param logProbabilities shaped alike, in nats
   */
  Prediction(Tensor logits, Tensor logProbabilities) {
    this.logits = logits.contiguous().data_ptr_float();
    this.logProbabilities = logProbabilities.contiguous().data_ptr_float();
    this.lineLogits = new float[(int) logits.size(1)];
  }

  Prediction ofLine(int line) {
    begin = (long) line * lineLogits.length;
    return this;
  }

  float logProbability(int token) {
    return logProbabilities.get(begin + token);
  }

  /** Of the whole vocabulary; the reader may change them. */
  float[] logits() {
    logits.position(begin).get(lineLogits);
    logits.position(0);
    return lineLogits;
  }
}
