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
   * Cuts this node in two; the tokens up to {@code length} move to a new node above it.
   *
   * @return the upper node
   */
  PrefixNode split(int length) {
    PrefixNode above = parentNode();
    PrefixNode upper = new PrefixNode(above, start, Arrays.copyOf(tokens, length));
    upper.computed = computed;
    upper.lastUse = lastUse;
    if (computed) {
      upper.slots = Arrays.copyOf(slots, length);
      slots = Arrays.copyOfRange(slots, length, slots.length);
    }
    above.children.put(tokens[0], upper);
    tokens = Arrays.copyOfRange(tokens, length, tokens.length);
    start += length;
    parent = upper;
    upper.children.put(tokens[0], this);
    return upper;
  }

  /** How many of {@code sequence}'s tokens from {@code position} on are this node's. */
  int match(int[] sequence, int position) {
    int length = Math.min(tokens.length, sequence.length - position);
    int difference = Arrays.mismatch(tokens, 0, length, sequence, position, position + length);
    return difference < 0 ? length : difference;
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
    return start + tokens.length;
  }

  int[] tokens() {
    return tokens;
  }

  /** Where the keys and values of the tokens lie; empty until {@link #hold}. */
  int[] slots() {
    return slots;
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

  /** The slots of the first {@code length} tokens of the sequence that ends in this node. */
  int[] sequenceSlots(int length) {
    int[] sequence = new int[length];
    PrefixNode node = this;
    while (!node.isRoot()) {
      int count = Math.min(node.tokens.length, length - node.start);
      if (count > 0) {
        System.arraycopy(node.slots, 0, sequence, node.start, count);
      }
      node = node.parentNode();
    }
    return sequence;
  }
}
