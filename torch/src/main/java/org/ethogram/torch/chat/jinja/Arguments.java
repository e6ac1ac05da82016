package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a function, filter or test is given. */
record Arguments(List<Object> positional, Map<String, Object> named) {
  /** The value of each parameter, absent where it is not given. */
  List<Optional<Object>> bind(String... parameters) {
    if (positional.size() > parameters.length) {
      throw new TemplateFault(
          "there are %d arguments, not at most %d".formatted(positional.size(), parameters.length));
    }
    Map<String, Object> left = new HashMap<>(named);
    List<Optional<Object>> bound = new ArrayList<>();
    for (int index = 0; index < parameters.length; index++) {
      Object byName = left.remove(parameters[index]);
      bound.add(
          index < positional.size()
              ? Optional.of(positional.get(index))
              : Optional.ofNullable(byName));
    }
    if (!left.isEmpty()) {
      throw new TemplateFault("the argument '" + left.keySet().iterator().next() + "' is unknown");
    }
    return bound;
  }

  /** The only argument. */
  Object single(String parameter) {
    return bind(parameter)
        .getFirst()
        .orElseThrow(() -> new TemplateFault("the argument '" + parameter + "' is missing"));
  }

  void requireNone() {
    bind();
  }
}
