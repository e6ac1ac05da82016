package org.ethogram.torch.engine;

import java.util.Set;
import java.util.function.IntPredicate;

/** Whether a token that is written ends its completion: by itself, or by the text it completes. */
final class CompletionEnd implements IntPredicate {
  private final Set<Integer> endTokens;
  private final StopTexts stops;
  private final GrowingText written;

  /**
   * @param written an empty text of this object's own
   */
  CompletionEnd(Set<Integer> endTokens, StopTexts stops, GrowingText written) {
    this.endTokens = endTokens;
    this.stops = stops;
    this.written = written;
  }

  @Override
  public boolean test(int token) {
    if (endTokens.contains(token)) {
      return true;
    }
    if (stops.isEmpty()) {
      return false;
    }
    int searched = written.text().length();
    written.append(token);
    return stops.find(written.text(), searched).isPresent();
  }
}
