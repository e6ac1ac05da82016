package org.ethogram.training.language;

/**
 * A stretch of a document and how much the loss of each of its tokens counts.
 *
 * @param text any stretch of the document
 * @param weight at least 0; 0 asks for no prediction
 */
public record Segment(String text, float weight) {
  public Segment {
    if (!(weight >= 0) || Float.isInfinite(weight)) {
      throw new IllegalArgumentException("not a loss weight: " + weight);
    }
  }
}
