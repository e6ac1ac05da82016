package org.ethogram.torch.engine;

import java.util.List;

/** A sequence of tokens and what is wanted of the predictions along it. */
final class Query {
  private final PrefixTree tree;
  private final TokenSequence tokens;
  private final List<? extends Readout> readouts;
  private int cachedTokens;

  /**
   * @param tree where the sequence's keys and values are looked up and kept
   * @param readouts in the order of their positions
   */
  Query(PrefixTree tree, TokenSequence tokens, List<? extends Readout> readouts) {
    this.tree = tree;
    this.tokens = tokens;
    this.readouts = List.copyOf(readouts);
  }

  PrefixTree tree() {
    return tree;
  }

  TokenSequence tokens() {
    return tokens;
  }

  List<? extends Readout> readouts() {
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
