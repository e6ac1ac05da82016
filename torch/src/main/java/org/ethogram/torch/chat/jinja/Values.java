package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The kinds of values: {@link None}, booleans, {@link Long}, {@link Double}, {@link String}, lists,
 * {@link Tuple}s, maps, {@link Namespace}s, {@link LoopState}s, {@link Function}s and {@link
 * Undefined}. What they mean is Python's.
 */
final class Values {
  private Values() {}

  static boolean isTrue(Object value) {
    return switch (value) {
      case None _, Undefined _ -> false;
      case Boolean truth -> truth;
      case Long number -> number != 0;
      case Double number -> number != 0;
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Tuple tuple -> !tuple.items().isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  /** What a loop over the value visits. */
  static List<Object> items(Object value) {
    return switch (value) {
      case List<?> list -> new ArrayList<>(list);
      case Tuple tuple -> tuple.items();
      case Map<?, ?> map -> new ArrayList<>(map.keySet());
      case String text -> new ArrayList<>(characters(text));
      case Undefined _ -> List.of();
      default -> throw new TemplateFault("one cannot loop over " + kind(value));
    };
  }

  static List<String> characters(String text) {
    Work.requireShort(text.length());
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  static long length(Object value) {
    return switch (value) {
      case String text -> text.codePointCount(0, text.length());
      case List<?> list -> list.size();
      case Tuple tuple -> tuple.items().size();
      case Map<?, ?> map -> map.size();
      case Undefined _ -> 0;
      default -> throw new TemplateFault(kind(value) + " has no length");
    };
  }

  static boolean isNumber(Object value) {
    return value instanceof Long || value instanceof Double || value instanceof Boolean;
  }

  static double number(Object value) {
    return switch (value) {
      case Boolean truth -> truth ? 1 : 0;
      case Long number -> number;
      case Double number -> number;
      default -> throw new TemplateFault(kind(value) + " is no number");
    };
  }

  static long integer(Object value) {
    return switch (value) {
      case Boolean truth -> truth ? 1 : 0;
      case Long number -> number;
      default -> throw new TemplateFault(kind(value) + " is no whole number");
    };
  }

  static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new TemplateFault(kind(value) + " is no text");
  }

  static boolean areEqual(Object left, Object right, Work work) {
    work.spend(1);
    if (isNumber(left) && isNumber(right)) {
      return (left instanceof Double || right instanceof Double)
          ? number(left) == number(right)
          : integer(left) == integer(right);
    }
    return switch (left) {
      case List<?> list -> right instanceof List<?> other && areEqual(list, other, work);
      case Tuple tuple ->
          right instanceof Tuple other && areEqual(tuple.items(), other.items(), work);
      case Map<?, ?> map -> right instanceof Map<?, ?> other && areEqual(map, other, work);
      case Undefined _ -> right instanceof Undefined;
      default -> left.equals(right);
    };
  }

  /** Which comes first; a fault where there is no order. */
  static int compare(Object left, Object right) {
    if (left instanceof Long one && right instanceof Long other) {
      return Long.compare(one, other);
    }
    if (isNumber(left) && isNumber(right)) {
      return Double.compare(number(left), number(right));
    }
    if (left instanceof String one && right instanceof String other) {
      return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }
    throw new TemplateFault("there is no order between " + kind(left) + " and " + kind(right));
  }

  static boolean contains(Object whole, Object part, Work work) {
    return switch (whole) {
      case String text -> text.contains(text(part));
      case Map<?, ?> map -> map.containsKey(part);
      default -> items(whole).stream().anyMatch(item -> areEqual(item, part, work));
    };
  }

  /** For messages. */
  static String kind(Object value) {
    return switch (value) {
      case None _ -> "none";
      case Boolean _ -> "a truth value";
      case Long _, Double _ -> "a number";
      case String _ -> "a text";
      case List<?> _ -> "a list";
      case Tuple _ -> "a tuple";
      case Map<?, ?> _ -> "a dictionary";
      case Function _ -> "a function";
      case Undefined undefined -> throw new TemplateFault(undefined.problem());
      default -> "such an object";
    };
  }

  private static boolean areEqual(List<?> left, List<?> right, Work work) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<?> others = right.iterator();
    for (Object item : left) {
      if (!areEqual(item, others.next(), work)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areEqual(Map<?, ?> left, Map<?, ?> right, Work work) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      Object other = right.get(entry.getKey());
      if (other == null || !areEqual(entry.getValue(), other, work)) {
        return false;
      }
    }
    return true;
  }
}
