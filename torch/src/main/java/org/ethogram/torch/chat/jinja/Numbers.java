package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.List;

/** {@code + - * / // % **}, as Python has them. */
final class Numbers {
  private Numbers() {}

  static Object apply(String operator, Object left, Object right) {
    if (Values.isNumber(left) && Values.isNumber(right)) {
      try {
        return (left instanceof Double || right instanceof Double)
            ? decimal(operator, Values.number(left), Values.number(right))
            : whole(operator, Values.integer(left), Values.integer(right));
      } catch (ArithmeticException e) {
        throw new TemplateFault("a number is too large", e);
      }
    }
    if (operator.equals("+")) {
      return sum(left, right);
    }
    if (operator.equals("*") && right instanceof Long count) {
      return repeated(left, count);
    }
    if (operator.equals("*") && left instanceof Long count) {
      return repeated(right, count);
    }
    throw impossible(operator, left, right);
  }

  static Object signed(boolean negative, Object value) {
    if (!negative) {
      return apply("+", 0L, value);
    }
    return value instanceof Double number ? (Object) (-number) : apply("-", 0L, value);
  }

  private static Object sum(Object left, Object right) {
    if (left instanceof String one && right instanceof String other) {
      return new BoundedText().append(one).append(other).toString();
    }
    if (left instanceof List<?> one && right instanceof List<?> other) {
      return joined(one, other);
    }
    if (left instanceof Tuple one && right instanceof Tuple other) {
      return new Tuple(joined(one.items(), other.items()));
    }
    throw impossible("+", left, right);
  }

  private static List<Object> joined(List<?> one, List<?> other) {
    Work.requireShort(one.size() + (long) other.size());
    List<Object> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static Object repeated(Object value, long count) {
    long times = Math.max(0, count);
    if (value instanceof String text) {
      if (times > 0 && text.length() > BoundedText.MOST / times) {
        throw new TemplateFault("it writes more than " + BoundedText.MOST + " characters");
      }
      return text.isEmpty() ? "" : text.repeat((int) times);
    }
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      for (long time = 0; time < times && !list.isEmpty(); time++) {
        Work.requireShort(all.size() + (long) list.size());
        all.addAll(list);
      }
      return all;
    }
    throw impossible("*", value, count);
  }

  private static Object decimal(String operator, double left, double right) {
    requireDivisor(operator, right);
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "//" -> Math.floor(left / right);
      case "%" -> left - right * Math.floor(left / right);
      default -> Math.pow(left, right);
    };
  }

  private static Object whole(String operator, long left, long right) {
    requireDivisor(operator, (double) right);
    return switch (operator) {
      case "+" -> Math.addExact(left, right);
      case "-" -> Math.subtractExact(left, right);
      case "*" -> Math.multiplyExact(left, right);
      case "/" -> (double) left / right;
      case "//" -> Math.floorDivExact(left, right);
      case "%" -> Math.floorMod(left, right);
      default -> right < 0 ? (Object) Math.pow((double) left, (double) right) : power(left, right);
    };
  }

  private static long power(long base, long exponent) {
    if (base == 0 || exponent == 0) {
      return exponent == 0 ? 1 : 0;
    }
    if (Math.abs(base) == 1) {
      return exponent % 2 == 0 ? 1 : base;
    }
    long power = 1;
    for (long factor = 0; factor < exponent; factor++) {
      power = Math.multiplyExact(power, base);
    }
    return power;
  }

  private static void requireDivisor(String operator, double divisor) {
    if (divisor == 0 && (operator.equals("/") || operator.equals("//") || operator.equals("%"))) {
      throw new TemplateFault("it divides by zero");
    }
  }

  private static TemplateFault impossible(String operator, Object left, Object right) {
    return new TemplateFault(
        "%s and %s do not go with '%s'".formatted(Values.kind(left), Values.kind(right), operator));
  }
}
