package org.ethogram.torch.chat.jinja;

import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code namespace()} makes: the one thing that a loop can change for what follows it. */
record Namespace(Map<String, Object> values) {
  static Object make(Arguments arguments) {
    if (!arguments.positional().isEmpty()) {
      throw new TemplateFault("namespace() takes named values");
    }
    return new Namespace(new LinkedHashMap<>(arguments.named()));
  }
}
