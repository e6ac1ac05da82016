package org.ethogram.training.supervised;

/**
 * A prompt and what is to follow it, with its leading space where there is one.
 *
 * @param completion not empty
 */
public record Demonstration(String prompt, String completion) {
  public Demonstration {
    if (completion.isEmpty()) {
      throw new IllegalArgumentException("a demonstration without a completion teaches nothing");
    }
  }
}
