package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Filters of sequences and dictionaries. */
final class ListFilters {
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

  private ListFilters() {}

  static void addTo(Map<String, Filters.Filter> filters) {
    filters.put("list", Filters.plain(Values::items));
    filters.put("first", Filters.plain(value -> end(Values.items(value), true)));
    filters.put("last", Filters.plain(value -> end(Values.items(value), false)));
    filters.put("reverse", Filters.plain(ListFilters::reversed));
    filters.put("items", Filters.plain(ListFilters::pairs));
    filters.put("dictsort", Filters.plain(ListFilters::sortedPairs));
    filters.put("join", (value, given, _) -> join(value, given));
    filters.put("sort", (value, given, _) -> sort(value, given));
    filters.put("unique", ListFilters::unique);
    filters.put("map", ListFilters::map);
    filters.put("select", (value, given, work) -> choose(value, given, false, true, work));
    filters.put("reject", (value, given, work) -> choose(value, given, false, false, work));
    filters.put("selectattr", (value, given, work) -> choose(value, given, true, true, work));
    filters.put("rejectattr", (value, given, work) -> choose(value, given, true, false, work));
  }

  private static Object end(List<Object> items, boolean first) {
    if (items.isEmpty()) {
      return new Undefined("an empty sequence has no first and no last item");
    }
    return first ? items.getFirst() : items.getLast();
  }

  private static Object reversed(Object value) {
    if (value instanceof String text) {
      return new StringBuilder(text).reverse().toString();
    }
    List<Object> items = new ArrayList<>(Values.items(value));
    Collections.reverse(items);
    return items;
  }

  private static List<Object> pairs(Object value) {
    return switch (value) {
      case Map<?, ?> map -> CollectionMethods.pairs(map);
      case Undefined _ -> List.of();
      default -> throw new TemplateFault(Values.kind(value) + " is no dictionary");
    };
  }

  private static List<Object> sortedPairs(Object value) {
    List<Object> pairs = new ArrayList<>(pairs(value));
    pairs.sort(Comparator.comparing(pair -> folded(((Tuple) pair).items().getFirst()), ORDER));
    return pairs;
  }

  private static final Comparator<Object> ORDER = Values::compare;

  private static Object join(Object value, Arguments arguments) {
    List<Optional<Object>> given = arguments.bind("d", "attribute");
    List<Object> texts =
        Values.items(value).stream()
            .map(item -> given.get(1).map(path -> at(item, path)).orElse(item))
            .<Object>map(ValueText::of)
            .toList();
    return TextPieces.join(ValueText.of(given.get(0).orElse("")), texts);
  }

  private static Object sort(Object value, Arguments arguments) {
    List<Optional<Object>> given = arguments.bind("reverse", "case_sensitive", "attribute");
    boolean exact = given.get(1).filter(Values::isTrue).isPresent();
    Comparator<Object> order =
        Comparator.comparing(
            item -> {
              Object key = given.get(2).map(path -> at(item, path)).orElse(item);
              return exact ? key : folded(key);
            },
            ORDER);
    List<Object> items = new ArrayList<>(Values.items(value));
    items.sort(given.get(0).filter(Values::isTrue).isPresent() ? order.reversed() : order);
    return items;
  }

  private static Object unique(Object value, Arguments arguments, Work work) {
    arguments.requireNone();
    List<Object> seen = new ArrayList<>();
    List<Object> kept = new ArrayList<>();
    for (Object item : Values.items(value)) {
      Object key = folded(item);
      if (seen.stream().noneMatch(other -> Values.areEqual(other, key, work))) {
        seen.add(key);
        kept.add(item);
      }
    }
    return kept;
  }

  private static Object map(Object value, Arguments arguments, Work work) {
    List<Object> items = Values.items(value);
    if (arguments.positional().isEmpty()) {
      List<Optional<Object>> given = arguments.bind("attribute", "default");
      Object path =
          given.get(0).orElseThrow(() -> new TemplateFault("map needs a filter or an attribute"));
      return each(
          items,
          item -> {
            Object found = at(item, path);
            return found instanceof Undefined ? given.get(1).orElse(found) : found;
          });
    }
    String filter = Values.text(arguments.positional().getFirst());
    Arguments rest = rest(arguments, 1);
    return each(items, item -> Filters.apply(filter, item, rest, work));
  }

  private static List<Object> each(
      List<Object> items, java.util.function.UnaryOperator<Object> change) {
    List<Object> changed = new ArrayList<>();
    items.forEach(item -> changed.add(change.apply(item)));
    return changed;
  }

  private static Object choose(
      Object value, Arguments arguments, boolean byAttribute, boolean kept, Work work) {
    List<Object> given = arguments.positional();
    int testAt = byAttribute ? 1 : 0;
    if (given.size() < testAt) {
      throw new TemplateFault("an attribute to select by is missing");
    }
    List<Object> chosen = new ArrayList<>();
    for (Object item : Values.items(value)) {
      Object examined = byAttribute ? at(item, given.getFirst()) : item;
      boolean holds =
          given.size() == testAt
              ? Values.isTrue(examined)
              : Tests.holds(
                  Values.text(given.get(testAt)), examined, rest(arguments, testAt + 1), work);
      if (holds == kept) {
        chosen.add(item);
      }
    }
    return chosen;
  }

  private static Arguments rest(Arguments arguments, int from) {
    return new Arguments(
        arguments.positional().subList(from, arguments.positional().size()), arguments.named());
  }

  /** The value at a path of names and positions with dots between them. */
  private static Object at(Object item, Object path) {
    Object value = item;
    for (String step : DOT.split(ValueText.of(path), -1)) {
      value = Attributes.item(value, DIGITS.matcher(step).matches() ? Long.valueOf(step) : step);
    }
    return value;
  }

  /** Texts are put in order and told apart without regard to case. */
  private static Object folded(Object key) {
    return key instanceof String text ? TextMethods.lower(text) : key;
  }
}
