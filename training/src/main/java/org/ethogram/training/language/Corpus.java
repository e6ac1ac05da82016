package org.ethogram.training.language;

/**
 * Documents by number, without end: the same number gives the same document, so training can go on
 * from anywhere. Safe to use from any thread.
 */
@FunctionalInterface
public interface Corpus {
  /**
   * @param index from 0
   */
  Document document(long index);
}
