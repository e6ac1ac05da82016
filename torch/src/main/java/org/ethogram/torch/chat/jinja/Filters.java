package org.ethogram.torch.chat.jinja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ethogram.core.Suggestion;

/** What stands behind {@code |}. */
final class Filters {
  private static final Map<String, Filter> BY_NAME = new HashMap<>();

  static {
    Filter length = plain(Values::length);
    BY_NAME.put("length", length);
    BY_NAME.put("count", length);
    BY_NAME.put("default", Filters::orDefault);
    BY_NAME.put("d", Filters::orDefault);
    BY_NAME.put("abs", plain(Filters::absolute));
    BY_NAME.put("int", Filters::toInteger);
    BY_NAME.put("float", Filters::toDecimal);
    BY_NAME.put("string", plain(ValueText::of));
    BY_NAME.put("upper", text(TextMethods::upper));
    BY_NAME.put("lower", text(TextMethods::lower));
    BY_NAME.put("capitalize", text(TextMethods::capitalized));
    BY_NAME.put("title", text(TextFilters::title));
    BY_NAME.put("indent", (value, given, _) -> TextFilters.indent(ValueText.of(value), given));
    BY_NAME.put(
        "trim", (value, given, _) -> TextMethods.strip(ValueText.of(value), given, true, true));
    BY_NAME.put("replace", (value, given, _) -> TextPieces.replace(ValueText.of(value), given));
    BY_NAME.put("tojson", (value, given, _) -> Json.of(value, given));
    ListFilters.addTo(BY_NAME);
  }

  private Filters() {}

  @FunctionalInterface
  interface Filter {
    Object apply(Object value, Arguments arguments, Work work);
  }

  static void requireKnown(String name, int line) {
    if (!BY_NAME.containsKey(name)) {
      throw new TemplateException(
          line,
          "the filter '%s' is not supported. %s"
              .formatted(name, Suggestion.remedy(name, BY_NAME.keySet())));
    }
  }

  static Object apply(String name, Object value, Arguments arguments, Work work) {
    Filter filter = BY_NAME.get(name);
    if (filter == null) {
      throw new TemplateFault("the filter '" + name + "' is not supported");
    }
    return filter.apply(value, arguments, work);
  }

  static Filter plain(UnaryOperator<Object> change) {
    return (value, arguments, _) -> {
      arguments.requireNone();
      return change.apply(value);
    };
  }

  private static Filter text(UnaryOperator<String> change) {
    return plain(value -> change.apply(ValueText.of(value)));
  }

  private static Object orDefault(Object value, Arguments arguments, Work work) {
    List<Optional<Object>> given = arguments.bind("default_value", "boolean");
    boolean orFalse = given.get(1).filter(Values::isTrue).isPresent();
    boolean missing = value instanceof Undefined || (orFalse && !Values.isTrue(value));
    return missing ? given.get(0).orElse("") : value;
  }

  private static Object absolute(Object value) {
    if (value instanceof Double number) {
      return Math.abs(number);
    }
    return Math.abs(Values.integer(value));
  }

  private static Object toInteger(Object value, Arguments arguments, Work work) {
    Object otherwise = arguments.bind("default").getFirst().orElse(0L);
    return switch (value) {
      case Boolean truth -> truth ? 1L : 0L;
      case Long number -> number;
      case Double number -> number.longValue();
      case String text -> {
        try {
          yield Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
          yield decimal(text).<Object>map(Double::longValue).orElse(otherwise);
        }
      }
      case Undefined undefined -> throw new TemplateFault(undefined.problem());
      default -> otherwise;
    };
  }

  private static Object toDecimal(Object value, Arguments arguments, Work work) {
    Object otherwise = arguments.bind("default").getFirst().orElse(0.0);
    if (Values.isNumber(value) || value instanceof Undefined) {
      return Values.number(value);
    }
    return value instanceof String text
        ? decimal(text).<Object>map(number -> number).orElse(otherwise)
        : otherwise;
  }

  private static Optional<Double> decimal(String text) {
    try {
      return Optional.of(Double.parseDouble(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
