package org.ethogram.torch.engine;

import java.util.List;
import java.util.OptionalInt;

/** Texts that end a completion and are not part of it. */
record StopTexts(List<String> texts) {
  boolean isEmpty() {
    return texts.isEmpty();
  }

  /**
   * Where the earliest stop begins.
   *
   * @param settled how much of the text was searched before
   */
  OptionalInt find(StringBuilder text, int settled) {
    int longest = texts.stream().mapToInt(String::length).max().orElse(0);
    int from = Math.max(0, settled - longest + 1);
    return texts.stream()
        .mapToInt(stop -> text.indexOf(stop, from))
        .filter(begin -> begin >= 0)
        .min();
  }

  /** How many of the last characters could be the beginning of a stop. */
  int heldBack(StringBuilder text) {
    int held = 0;
    for (String stop : texts) {
      for (int length = Math.min(stop.length() - 1, text.length()); length > held; length--) {
        int begin = text.length() - length;
        if (text.indexOf(stop.substring(0, length), begin) == begin) {
          held = length;
        }
      }
    }
    return held;
  }
}
