package org.ethogram.torch.engine;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Usage;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.tokenizer.Tokenizer;

/**
 * Completions by an engine, each heard on the thread that asks for it.
 *
 * @param endTokens that end a completion and are not part of it
 */
record Completing(Engine engine, Tokenizer tokenizer, PromptTokens reader, Set<Integer> endTokens) {
  /** What the engine's thread tells the thread that asks. */
  private sealed interface Message {
    record Token(ScoredToken scored) implements Message {}

    record End() implements Message {}
  }

  /**
   * @param listener told each piece when it is written; without one the thread sleeps until the end
   */
  Completion complete(
      CompletionRequest request, Optional<Adapter> adapter, Optional<CompletionListener> listener) {
    BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    StopTexts stops = new StopTexts(request.stops());
    int[] prompt;
    CompletionText text;
    CompletionWork work;
    try (var _ = engine.approach()) {
      String asked = reader.text(request.prompt());
      prompt = reader.ofPrompt(request.prompt(), asked);
      reader.requireFit(prompt.length, request.maximumTokens());
      text = new CompletionText(tokenizer, asked.isEmpty(), stops, listener.orElse((_, _) -> {}));
      work =
          new CompletionWork(
              adapter,
              prompt,
              new TokenSampler(request.sampling(), request.seed(), prompt),
              request.maximumTokens(),
              request.topLogProbabilities(),
              new CompletionEnd(endTokens, stops, new GrowingText(tokenizer, asked.isEmpty())),
              token -> messages.add(new Message.Token(token)));
      engine.submit(work);
    }
    try {
      if (listener.isEmpty()) {
        engine.await(work);
      }
      work.whenDelivered(() -> messages.add(new Message.End()));
      int tokens = hear(messages, text);
      CompletionWork.Ending ending = engine.await(work);
      return text.end(
          ending.stopped() ? FinishReason.STOP : FinishReason.LENGTH,
          new Usage(prompt.length, ending.cachedTokens(), tokens));
    } catch (InterruptedException e) {
      throw engine.interrupted(work, e);
    } catch (RuntimeException | Error e) {
      work.cancel();
      throw e;
    }
  }

  /** Takes in the tokens up to the end; returns how many there were. */
  private int hear(BlockingQueue<Message> messages, CompletionText text)
      throws InterruptedException {
    int tokens = 0;
    while (messages.take() instanceof Message.Token(ScoredToken written)) {
      tokens++;
      if (!endTokens.contains(written.token())) {
        text.append(written);
      }
    }
    return tokens;
  }
}
