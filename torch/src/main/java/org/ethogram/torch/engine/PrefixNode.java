package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of tokens in the prefix tree and, once computed, where their keys and values lie. */
final class PrefixNode {
  private @Nullable PrefixNode parent;
  private int start;
  private int length;
  private int[] tokens;
  private int[] slots = {};
  private boolean computed;
  private long lastUse;
  private @Nullable Row row;
  private final Map<Integer, PrefixNode> children = new HashMap<>(2);

  private PrefixNode(@Nullable PrefixNode parent, int start, int[] tokens) {
    this.parent = parent;
    this.start = start;
    this.tokens = tokens;
    this.length = tokens.length;
  }

  /** A root holds no tokens. */
  static PrefixNode root() {
    PrefixNode root = new PrefixNode(null, 0, new int[0]);
    root.computed = true;
    return root;
  }

  PrefixNode append(int[] more) {
    PrefixNode child = new PrefixNode(this, end(), more);
    children.put(more[0], child);
    return child;
  }

  /**
   * Cuts this node in two; the tokens up to {@code count} move to a new node above it.
   *
   * @return the upper node
   */
  PrefixNode split(int count) {
    PrefixNode above = parentNode();
    PrefixNode upper = new PrefixNode(above, start, Arrays.copyOf(tokens, count));
    upper.computed = computed;
    upper.lastUse = lastUse;
    if (computed) {
      upper.slots = Arrays.copyOf(slots, count);
      slots = Arrays.copyOfRange(slots, count, length);
    }
    above.children.put(tokens[0], upper);
    tokens = Arrays.copyOfRange(tokens, count, length);
    start += count;
    length -= count;
    parent = upper;
    upper.children.put(tokens[0], this);
    return upper;
  }

  /**
   * Joins this node to the one above where nothing else follows that one, so that a text that grows
   * token by token stays one run.
   *
   * @return the node in which this one's tokens are then
   */
  PrefixNode joinAbove() {
    PrefixNode above = parentNode();
    if (above.isRoot() || above.children.size() > 1) {
      return this;
    }
    above.tokens = joined(above.tokens, above.length, tokens, length);
    above.slots = joined(above.slots, above.length, slots, length);
    above.length += length;
    above.lastUse = Math.max(above.lastUse, lastUse);
    above.children.clear();
    above.children.putAll(children);
    children.values().forEach(child -> child.parent = above);
    return above;
  }

  private static int[] joined(int[] first, int firstLength, int[] second, int secondLength) {
    int sum = firstLength + secondLength;
    int[] joined =
        sum <= first.length ? first : Arrays.copyOf(first, Math.max(sum, 2 * first.length));
    System.arraycopy(second, 0, joined, firstLength, secondLength);
    return joined;
  }

  /** How many of this node's tokens stand at their place in a sequence. */
  int match(TokenSequence sequence) {
    return sequence.match(start, tokens, length);
  }

  @Nullable PrefixNode child(int token) {
    return children.get(token);
  }

  Collection<PrefixNode> children() {
    return children.values();
  }

  void detach() {
    parentNode().children.remove(tokens[0]);
  }

  PrefixNode parentNode() {
    if (parent == null) {
      throw new IllegalStateException("the root has no parent");
    }
    return parent;
  }

  boolean isRoot() {
    return parent == null;
  }

  /** Position of the first token in its sequence. */
  int start() {
    return start;
  }

  int end() {
    return start + length;
  }

  int length() {
    return length;
  }

  int token(int index) {
    return tokens[index];
  }

  /** Where the keys and values of the tokens lie; empty until {@link #hold}. */
  int[] slots() {
    return Arrays.copyOf(slots, Math.min(slots.length, length));
  }

  void hold(int[] destination) {
    slots = destination;
  }

  boolean isComputed() {
    return computed;
  }

  void markComputed() {
    computed = true;
    row = null;
  }

  /** The row that computes this node in the present round. */
  @Nullable Row row() {
    return row;
  }

  void computeBy(Row planned) {
    row = planned;
  }

  long lastUse() {
    return lastUse;
  }

  void use(long round) {
    lastUse = round;
  }

  /** The nodes above this one, from the beginning of the sequence. */
  List<PrefixNode> ancestors() {
    List<PrefixNode> ancestors = new ArrayList<>();
    PrefixNode node = this;
    while (!node.isRoot() && !node.parentNode().isRoot()) {
      node = node.parentNode();
      ancestors.add(node);
    }
    return ancestors.reversed();
  }

  /** The slots of the first {@code count} tokens of the sequence that ends in this node. */
  int[] sequenceSlots(int count) {
    int[] sequence = new int[count];
    PrefixNode node = this;
    while (!node.isRoot()) {
      int shared = Math.min(node.length, count - node.start);
      if (shared > 0) {
        System.arraycopy(node.slots, 0, sequence, node.start, shared);
      }
      node = node.parentNode();
    }
    return sequence;
  }
}
