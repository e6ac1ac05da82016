package org.ethogram.torch.chat.jinja;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions that every chat template may call. */
final class Globals {
  private Globals() {}

  /**
   * @param today what {@code strftime_now} writes
   */
  static Map<String, Object> functions(LocalDate today) {
    Map<String, Object> functions = new HashMap<>();
    functions.put("raise_exception", (Function) Globals::refuse);
    functions.put(
        "strftime_now",
        (Function) arguments -> DateText.write(Values.text(arguments.single("format")), today));
    functions.put("namespace", (Function) Namespace::make);
    functions.put("dict", (Function) Globals::dictionary);
    functions.put("range", (Function) Globals::range);
    return functions;
  }

  private static Object refuse(Arguments arguments) {
    throw new TemplateFault("it refuses: " + ValueText.of(arguments.single("message")));
  }

  private static Object dictionary(Arguments arguments) {
    if (!arguments.positional().isEmpty()) {
      throw new TemplateFault("dict() takes named values");
    }
    return new LinkedHashMap<Object, Object>(arguments.named());
  }

  private static Object range(Arguments arguments) {
    List<Long> given = arguments.positional().stream().map(Values::integer).toList();
    if (given.isEmpty() || given.size() > 3) {
      throw new TemplateFault("range() takes one, two or three numbers");
    }
    long begin = given.size() == 1 ? 0 : given.get(0);
    long end = given.size() == 1 ? given.get(0) : given.get(1);
    long step = given.size() == 3 ? given.get(2) : 1;
    if (step == 0) {
      throw new TemplateFault("a range's step is zero");
    }
    List<Object> numbers = new ArrayList<>();
    for (long number = begin; step > 0 ? number < end : number > end; number += step) {
      numbers.add(number);
      Work.requireShort(numbers.size());
    }
    return numbers;
  }
}
