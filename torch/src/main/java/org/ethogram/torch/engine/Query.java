package org.ethogram.torch.engine;

import java.util.List;

/** A sequence of tokens and what is wanted of the predictions along it. */
final class Query {
  private final PrefixTree tree;
  private final int[] tokens;
  private final List<Readout> readouts;
  private int cachedTokens;

  /**
   * @param tree where the sequence's keys and values are looked up and kept
   */
  Query(PrefixTree tree, int[] tokens, List<Readout> readouts) {
    this.tree = tree;
    this.tokens = tokens;
    this.readouts = List.copyOf(readouts);
  }

  PrefixTree tree() {
    return tree;
  }

  int[] tokens() {
    return tokens;
  }

  List<Readout> readouts() {
    return readouts;
  }

  void foundCached(int count) {
    cachedTokens = count;
  }

  /** How many tokens of the sequence had been computed before. */
  int cachedTokens() {
    return cachedTokens;
  }
}
