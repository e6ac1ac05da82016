package org.ethogram.torch.adapters;

import java.util.List;
import java.util.regex.Pattern;
import org.ethogram.torch.network.Linear;

/** Which affine maps of a network an adapter adds to. */
public sealed interface TargetModules {
  boolean matches(Linear map);

  /** Maps whose name is one of these or ends in one of them after a dot. */
  record Named(List<String> names) implements TargetModules {
    public Named {
      names = List.copyOf(names);
    }

    @Override
    public boolean matches(Linear map) {
      return names.stream().anyMatch(name -> isNamed(map, name));
    }

    static boolean isNamed(Linear map, String name) {
      return map.name().equals(name) || map.name().endsWith("." + name);
    }
  }

  /** Maps whose whole name the expression matches. */
  record Matching(String expression) implements TargetModules {
    @Override
    public boolean matches(Linear map) {
      return Pattern.matches(expression, map.name());
    }

    @Override
    public String toString() {
      return expression;
    }
  }

  /** All maps but the output embedding, which alone stands outside every part of the network. */
  record AllLinear() implements TargetModules {
    static final String KEYWORD = "all-linear";

    @Override
    public boolean matches(Linear map) {
      return map.name().contains(".");
    }

    @Override
    public String toString() {
      return KEYWORD;
    }
  }
}
