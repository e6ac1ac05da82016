package org.ethogram.torch.chat.jinja;

import java.util.List;
import java.util.Map;

/** How much a template may still do. */
final class Work {
  private static final long MOST = 1_000_000;
  private static final int LONGEST_LIST = 100_000;

  private long left = MOST;

  /** One step, which may have walked over a value. */
  Object spend(Object value) {
    long cost =
        switch (value) {
          case String text -> 1 + text.length() / 256;
          case List<?> list -> 1 + requireShort(list.size()) / 16;
          case Map<?, ?> map -> 1 + requireShort(map.size()) / 16;
          default -> 1;
        };
    spend(cost);
    return value;
  }

  void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw new TemplateFault("it takes more than " + MOST + " steps");
    }
  }

  static int requireShort(long length) {
    if (length > LONGEST_LIST) {
      throw new TemplateFault("it makes a list of more than " + LONGEST_LIST + " values");
    }
    return (int) length;
  }
}
