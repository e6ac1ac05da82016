package org.ethogram.evaluations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;

/**
 * What is asked of a model.
 *
 * @param completions texts that it writes
 * @param scores calls that ask for the probabilities of texts
 * @param continuations texts whose probability is asked for, in all of these calls
 * @param bytes of all that it reads, a prompt once for each completion and each continuation
 * @param written tokens that it may write
 */
public record CallAmount(
    long completions, long scores, long continuations, long bytes, long written) {
  public static final CallAmount NOTHING = new CallAmount(0, 0, 0, 0, 0);

  /** About as many as in English. */
  private static final long BYTES_OF_A_TOKEN = 4;

  /** One text of at most so many tokens. */
  public static CallAmount completion(Prompt prompt, int tokens) {
    return new CallAmount(1, 0, 0, bytes(prompt), tokens);
  }

  public static CallAmount score(ScoreRequest request) {
    long continuations = request.continuations().size();
    long bytes = continuations * bytes(request.prompt());
    for (String continuation : request.continuations()) {
      bytes += bytes(continuation);
    }
    return new CallAmount(0, 1, continuations, bytes, 0);
  }

  public long calls() {
    return completions + scores;
  }

  public CallAmount plus(CallAmount other) {
    return new CallAmount(
        completions + other.completions,
        scores + other.scores,
        continuations + other.continuations,
        bytes + other.bytes,
        written + other.written);
  }

  public CallAmount times(long count) {
    return new CallAmount(
        completions * count, scores * count, continuations * count, bytes * count, written * count);
  }

  private static long bytes(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Text(String text) -> bytes(text);
      case Prompt.Chat chat ->
          chat.messages().stream().mapToLong(message -> bytes(message.content())).sum();
      case Prompt.Tokens(List<Integer> tokens) -> BYTES_OF_A_TOKEN * tokens.size();
    };
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
