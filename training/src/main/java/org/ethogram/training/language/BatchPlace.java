package org.ethogram.training.language;

/**
 * Where a batch stands in the corpus.
 *
 * @param group of documents, from 0
 * @param batch of the group, from 0
 */
record BatchPlace(long group, int batch) {
  static final BatchPlace FIRST = new BatchPlace(0, 0);
}
