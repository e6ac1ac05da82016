package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.ethogram.torch.adapters.Adapter;

/**
 * The sequences whose keys and values are kept, each shared prefix once.
 *
 * <p>A radix tree over tokens, of one adapter alone: another computes other keys and values. Leaves
 * that were used longest ago are evicted first; what is above a leaf goes only after it.
 */
final class PrefixTree {
  private final Optional<Adapter> adapter;
  private final PrefixNode root = PrefixNode.root();

  PrefixTree(Optional<Adapter> adapter) {
    this.adapter = adapter;
  }

  /** With which the keys and values of this tree are computed; empty for the base's own. */
  Optional<Adapter> adapter() {
    return adapter;
  }

  /** Makes room in the tree for a sequence. */
  void insert(TokenSequence tokens, long round) {
    PrefixNode node = root;
    int position = 0;
    while (position < tokens.length()) {
      PrefixNode child = node.child(tokens.token(position));
      if (child == null) {
        child = node.append(tokens.from(position));
      } else {
        int matched = child.match(tokens);
        if (matched < child.length()) {
          child = child.split(matched);
        }
      }
      child.use(round);
      position = child.end();
      node = child;
    }
  }

  /** Keeps a sequence from being evicted in a round that does not ask for it. */
  void use(TokenSequence tokens, long round) {
    PrefixNode node = root;
    while (node.end() < tokens.length()) {
      PrefixNode child = node.child(tokens.token(node.end()));
      if (child == null) {
        return;
      }
      child.use(round);
      if (child.match(tokens) < child.length()) {
        return;
      }
      node = child;
    }
  }

  /** How many of a sequence's first tokens are computed already. */
  int computed(TokenSequence tokens) {
    PrefixNode node = root;
    int position = 0;
    while (position < tokens.length()) {
      PrefixNode child = node.child(tokens.token(position));
      if (child == null || !child.isComputed()) {
        return position;
      }
      int matched = child.match(tokens);
      position += matched;
      if (matched < child.length()) {
        return position;
      }
      node = child;
    }
    return position;
  }

  /** The nodes of a sequence that was inserted, from its beginning. */
  List<PrefixNode> path(TokenSequence tokens) {
    List<PrefixNode> path = new ArrayList<>();
    PrefixNode node = root;
    while (node.end() < tokens.length()) {
      PrefixNode child = node.child(tokens.token(node.end()));
      if (child == null) {
        throw new IllegalStateException("the sequence was not inserted");
      }
      path.add(child);
      node = child;
    }
    return path;
  }

  /**
   * Forgets sequences of any of the trees until {@code count} slots are free, but none that this
   * round uses.
   *
   * @return whether that many could be freed
   */
  static boolean evict(Collection<PrefixTree> trees, int count, long round, Consumer<int[]> freed) {
    PriorityQueue<PrefixNode> oldest =
        new PriorityQueue<>(Comparator.comparingLong(PrefixNode::lastUse));
    trees.forEach(tree -> collectLeaves(tree.root, round, oldest));
    int free = 0;
    while (free < count && !oldest.isEmpty()) {
      PrefixNode leaf = oldest.remove();
      PrefixNode above = leaf.parentNode();
      leaf.detach();
      freed.accept(leaf.slots());
      free += leaf.slots().length;
      if (isEvictable(above, round)) {
        oldest.add(above);
      }
    }
    return free >= count;
  }

  /** Forgets everything. */
  void clear(Consumer<int[]> freed) {
    clear(root, freed);
    root.children().clear();
  }

  private static void clear(PrefixNode node, Consumer<int[]> freed) {
    freed.accept(node.slots());
    node.children().forEach(child -> clear(child, freed));
  }

  private static void collectLeaves(PrefixNode node, long round, PriorityQueue<PrefixNode> leaves) {
    if (isEvictable(node, round)) {
      leaves.add(node);
    }
    node.children().forEach(child -> collectLeaves(child, round, leaves));
  }

  private static boolean isEvictable(PrefixNode node, long round) {
    return !node.isRoot() && node.children().isEmpty() && node.lastUse() < round;
  }
}
