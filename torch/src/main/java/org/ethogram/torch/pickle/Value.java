package org.ethogram.torch.pickle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a pickle holds. */
public sealed interface Value {
  /** The one value of None. */
  enum None implements Value {
    NONE
  }

  /** A truth value. */
  record Truth(boolean value) implements Value {}

  /** An integer of any size. */
  record Whole(BigInteger value) implements Value {}

  /** A number of double precision. */
  record Real(double value) implements Value {}

  /** A string. */
  record Text(String value) implements Value, Comparable<Text> {
    /** Keys that were chosen to have one hash are then still told apart quickly. */
    @Override
    public int compareTo(Text other) {
      return value.compareTo(other.value);
    }
  }

  /** A tuple; nothing here compares tuples, which may be nested as deeply as a file likes. */
  record Tuple(List<Value> items) implements Value {
    public Tuple {
      items = List.copyOf(items);
    }
  }

  /**
   * The name of a class or function: a name and no more.
   *
   * @param module with dots
   */
  record Global(String module, String name) implements Value {
    @Override
    public String toString() {
      return module + "." + name;
    }
  }

  /** What {@link PickleObjects} made. */
  non-sealed interface Built extends Value {}

  /** A list. */
  final class Sequence implements Value {
    final List<Value> items = new ArrayList<>();

    Sequence() {}

    public List<Value> items() {
      return List.copyOf(items);
    }
  }

  /** A dictionary. */
  final class Dictionary implements Value {
    private final SequencedMap<Value, Value> entries = new LinkedHashMap<>();

    public Dictionary() {}

    /** The entries in the order of the file; a key is a text. */
    public SequencedMap<Value, Value> entries() {
      return Collections.unmodifiableSequencedMap(entries);
    }

    void put(Value key, Value value) {
      if (!(key instanceof Text)) {
        throw PickleException.refused(
            "a dictionary has " + key.kind() + " as a key, where a text is read");
      }
      if (entries.putIfAbsent(key, value) != null) {
        throw PickleException.damaged("a dictionary has " + key.kind() + " twice");
      }
    }
  }

  /** What it is, as a message says it. */
  default String kind() {
    return switch (this) {
      case None _ -> "None";
      case Truth _ -> "a truth value";
      case Whole(BigInteger value) ->
          value.bitLength() < Long.SIZE ? "the integer " + value : "a very large integer";
      case Real _ -> "a floating-point number";
      case Text(String value) -> "'" + printable(value) + "'";
      case Tuple(List<Value> items) -> "a tuple of " + items.size();
      case Global global -> printable(global.toString());
      case Built _ -> "an object";
      case Sequence list -> "a list of " + list.items.size();
      case Dictionary dictionary -> "a dictionary of " + dictionary.entries.size();
    };
  }

  private static String printable(String text) {
    String visible = text.replaceAll("\\p{Cntrl}", "?");
    return visible.length() <= 200 ? visible : visible.substring(0, 200) + "...";
  }
}
