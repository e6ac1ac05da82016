package org.ethogram.torch.engine;

import java.util.List;

/** A sequence of tokens and what is wanted of the predictions along it. */
final class Query {
  private final PrefixTree tree;
  private final TokenSequence tokens;
  private final List<? extends Readout> readouts;

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

  /** How many tokens of the sequence are not computed yet. */
  int missing() {
    return tokens.length() - tree.computed(tokens);
  }

  /** The next tokens of the sequence alone, for those that follow to be computed later. */
  Query nextTokens(int count) {
    return new Query(tree, tokens.first(tree.computed(tokens) + count), List.of());
  }
}
