package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.Usage;
import org.ethogram.torch.tokenizer.Tokenizer;

/**
 * The text that written tokens make, told piece by piece up to where it ends.
 *
 * <p>What could be the beginning of a stop text is told only once it is known not to be.
 */
final class CompletionText {
  private final Tokenizer tokenizer;
  private final GrowingText written;
  private final StopTexts stops;
  private final CompletionListener listener;
  private final List<Written> tokens = new ArrayList<>();
  private final List<TokenLogProbability> kept = new ArrayList<>();
  private int settledTokens;
  private int told;

  /** A token and where its text begins and ends; the end is open within a character. */
  private record Written(TokenLogProbability token, int begin, int end) {
    static final int OPEN = Integer.MAX_VALUE;

    Written endingAt(int position) {
      return end == OPEN ? new Written(token, begin, position) : this;
    }

    boolean isWithin(int length) {
      return begin < length || end <= length;
    }
  }

  /**
   * @param begins whether nothing precedes the text
   */
  CompletionText(
      Tokenizer tokenizer, boolean begins, StopTexts stops, CompletionListener listener) {
    this.tokenizer = tokenizer;
    this.written = new GrowingText(tokenizer, begins);
    this.stops = stops;
    this.listener = listener;
  }

  void append(ScoredToken token) {
    tokens.add(new Written(token.named(tokenizer), written.text().length(), Written.OPEN));
    written.append(token.token());
    if (written.isWhole()) {
      settleTokens();
      if (stops.find(written.text(), told).isEmpty()) {
        tell(written.text().length() - stops.heldBack(written.text()), false);
      }
    }
  }

  /** Tells what is left. */
  Completion end(FinishReason reason, Usage usage) {
    written.end();
    settleTokens();
    StringBuilder text = written.text();
    int length = stops.find(text, told).orElse(text.length());
    tell(length, true);
    return new Completion(text.substring(0, length), reason, kept, usage);
  }

  private void settleTokens() {
    for (; settledTokens < tokens.size(); settledTokens++) {
      tokens.set(settledTokens, tokens.get(settledTokens).endingAt(written.text().length()));
    }
  }

  /**
   * @param last whether tokens that reach beyond the end are told too
   */
  private void tell(int until, boolean last) {
    List<TokenLogProbability> ended = new ArrayList<>();
    while (kept.size() < settledTokens) {
      Written next = tokens.get(kept.size());
      if (!(next.end() <= until || (last && next.isWithin(until)))) {
        break;
      }
      ended.add(next.token());
      kept.add(next.token());
    }
    if (until > told || !ended.isEmpty()) {
      listener.wrote(written.text().substring(told, until), List.copyOf(ended));
      told = until;
    }
  }
}
