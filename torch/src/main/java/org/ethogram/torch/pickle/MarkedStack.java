package org.ethogram.torch.pickle;

import java.util.ArrayList;
import java.util.List;

/** The machine's stack, with marks that tell where the items of something begin. */
final class MarkedStack {
  /** Python writes items in batches of a thousand; nothing of a file of weights nests deeply. */
  private static final int MOST_MARKS = 1_000;

  private static final int MOST_VALUES = 1_000_000;

  private final List<Value> values = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();

  void mark() {
    if (marks.size() == MOST_MARKS) {
      throw PickleException.refused("it nests more than " + MOST_MARKS + " values in each other");
    }
    marks.add(values.size());
  }

  void push(Value value) {
    if (values.size() == MOST_VALUES) {
      throw PickleException.refused("it stacks more than " + MOST_VALUES + " values");
    }
    values.add(value);
  }

  Value top() {
    requireValue();
    return values.getLast();
  }

  Value pop() {
    requireValue();
    return values.removeLast();
  }

  /** The topmost values, the deepest first. */
  List<Value> pop(int count) {
    Value[] popped = new Value[count];
    for (int index = count - 1; index >= 0; index--) {
      popped[index] = pop();
    }
    return List.of(popped);
  }

  /** What lies above the last mark, which goes too. */
  List<Value> popToMark() {
    if (marks.isEmpty()) {
      throw PickleException.damaged("it takes values up to a mark that is not there");
    }
    List<Value> above = values.subList(marks.removeLast(), values.size());
    List<Value> popped = List.copyOf(above);
    above.clear();
    return popped;
  }

  private void requireValue() {
    if (values.size() == (marks.isEmpty() ? 0 : marks.getLast())) {
      throw PickleException.damaged("it takes a value that is not there");
    }
  }
}
