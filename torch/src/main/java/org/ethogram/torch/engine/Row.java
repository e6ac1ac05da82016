package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.torch.adapters.Adapter;

/**
 * Consecutive tokens of one sequence that one pass through the network computes.
 *
 * <p>Either a whole node that is new, or, where only predictions are wanted again, some tokens of a
 * node that was computed before; their keys and values are then written a second time, elsewhere.
 */
final class Row {
  private final Optional<Adapter> adapter;
  private final PrefixNode node;
  private final int offset;
  private int count;
  private final List<Readout> readouts = new ArrayList<>();
  private final List<PrefixNode> ancestors;
  private int[] destination = {};
  private PrefixNode end;

  private Row(Optional<Adapter> adapter, PrefixNode node, int offset, int count) {
    this.adapter = adapter;
    this.node = node;
    this.offset = offset;
    this.count = count;
    this.ancestors = node.ancestors();
    this.end = node;
  }

  static Row ofNode(PrefixTree tree, PrefixNode node) {
    return new Row(tree.adapter(), node, 0, node.length());
  }

  static Row again(PrefixTree tree, PrefixNode node, int position) {
    return new Row(tree.adapter(), node, position - node.start(), 1);
  }

  /** Whether a token is one of this row's, which is made one longer if it is the next. */
  boolean reaches(int position) {
    if (position == start() + count) {
      count++;
    }
    return position >= start() && position < start() + count;
  }

  /** Which computes this row; empty for the base. */
  Optional<Adapter> adapter() {
    return adapter;
  }

  /** Position of the first token, and so the number of tokens before it. */
  int start() {
    return node.start() + offset;
  }

  int count() {
    return count;
  }

  int token(int index) {
    return node.token(offset + index);
  }

  void write(int[] slots) {
    destination = slots;
    if (isNew()) {
      node.hold(slots);
    }
  }

  /** Where the keys and values of the tokens go. */
  int[] destination() {
    return destination;
  }

  /** The nodes before this row's own, from the beginning of the sequence. */
  List<PrefixNode> ancestors() {
    return ancestors;
  }

  /** Where the keys and values of the tokens before lie. */
  int[] past() {
    return node.sequenceSlots(start());
  }

  boolean isNew() {
    return !node.isComputed();
  }

  void finish() {
    node.markComputed();
  }

  /** After all rows of a round have finished. */
  void joinAbove() {
    end = node.joinAbove();
  }

  /** The node in which the sequence ends after the round. */
  PrefixNode end() {
    return end;
  }

  /** The node that this row goes on from. */
  PrefixNode above() {
    return node.parentNode();
  }

  /** Whether this is the next token of a text that is being written. */
  boolean isGrowing() {
    return isNew()
        && count == 1
        && readouts.size() == 1
        && readouts.getFirst() instanceof NextToken;
  }

  void add(Readout readout) {
    readouts.add(readout);
  }

  List<Readout> readouts() {
    return readouts;
  }

  /** The tokens after which something is predicted, in the order of the readouts. */
  int[] wanted() {
    return readouts.stream().mapToInt(readout -> readout.position() - start()).toArray();
  }
}
