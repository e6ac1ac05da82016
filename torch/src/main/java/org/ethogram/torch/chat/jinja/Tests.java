package org.ethogram.torch.chat.jinja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ethogram.core.Suggestion;

/** What stands behind {@code is}. */
final class Tests {
  private static final Map<String, Test> BY_NAME = new HashMap<>();

  static {
    plain("defined", value -> !(value instanceof Undefined));
    plain("undefined", Undefined.class::isInstance);
    plain("none", value -> value == None.NONE);
    plain("true", value -> value.equals(true));
    plain("false", value -> value.equals(false));
    plain("boolean", Boolean.class::isInstance);
    plain("string", String.class::isInstance);
    plain("number", Values::isNumber);
    plain("integer", Long.class::isInstance);
    plain("float", Double.class::isInstance);
    plain("mapping", Map.class::isInstance);
    plain("callable", Function.class::isInstance);
    plain("sequence", Tests::isSequence);
    plain("iterable", Tests::isSequence);
    plain("odd", value -> Math.floorMod(Values.integer(value), 2L) == 1);
    plain("even", value -> Math.floorMod(Values.integer(value), 2L) == 0);
    plain(
        "lower", value -> isCased(value) && isSame(value, TextMethods.lower(ValueText.of(value))));
    plain(
        "upper", value -> isCased(value) && isSame(value, TextMethods.upper(ValueText.of(value))));
    pair("divisibleby", (value, other, _) -> isMultiple(value, other), List.of());
    pair("equalto", Values::areEqual, List.of("eq", "=="));
    pair("ne", (value, other, work) -> !Values.areEqual(value, other, work), List.of("!="));
    pair("lt", (value, other, _) -> Values.compare(value, other) < 0, List.of("lessthan", "<"));
    pair("le", (value, other, _) -> Values.compare(value, other) <= 0, List.of("<="));
    pair("gt", (value, other, _) -> Values.compare(value, other) > 0, List.of("greaterthan", ">"));
    pair("ge", (value, other, _) -> Values.compare(value, other) >= 0, List.of(">="));
    pair("in", (value, other, work) -> Values.contains(other, value, work), List.of());
  }

  private Tests() {}

  @FunctionalInterface
  private interface Test {
    boolean holds(Object value, Arguments arguments, Work work);
  }

  @FunctionalInterface
  private interface Relation {
    boolean holds(Object value, Object other, Work work);
  }

  static void requireKnown(String name, int line) {
    if (!BY_NAME.containsKey(name)) {
      throw new TemplateException(
          line,
          "the test 'is %s' is not supported. %s"
              .formatted(name, Suggestion.remedy(name, BY_NAME.keySet())));
    }
  }

  static boolean holds(String name, Object value, Arguments arguments, Work work) {
    Test test = BY_NAME.get(name);
    if (test == null) {
      throw new TemplateFault("the test '" + name + "' is not supported");
    }
    return test.holds(value, arguments, work);
  }

  private static void plain(String name, Predicate<Object> predicate) {
    BY_NAME.put(
        name,
        (value, arguments, _) -> {
          arguments.requireNone();
          return predicate.test(value);
        });
  }

  private static void pair(String name, Relation relation, List<String> otherNames) {
    Test test = (value, arguments, work) -> relation.holds(value, arguments.single("other"), work);
    BY_NAME.put(name, test);
    otherNames.forEach(other -> BY_NAME.put(other, test));
  }

  private static boolean isSequence(Object value) {
    return value instanceof List<?>
        || value instanceof Tuple
        || value instanceof String
        || value instanceof Map<?, ?>
        || value instanceof Undefined;
  }

  private static boolean isMultiple(Object value, Object divisor) {
    if (Values.integer(divisor) == 0) {
      throw new TemplateFault("it divides by zero");
    }
    return Values.integer(value) % Values.integer(divisor) == 0;
  }

  private static boolean isCased(Object value) {
    return ValueText.of(value).codePoints().anyMatch(Character::isLetter);
  }

  private static boolean isSame(Object value, String text) {
    return ValueText.of(value).equals(text);
  }
}
