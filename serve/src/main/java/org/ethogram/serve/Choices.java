package org.ethogram.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Prompt;
import org.ethogram.models.Usage;
import org.ethogram.serve.protocol.Choice;
import org.ethogram.serve.protocol.Generation;
import org.ethogram.serve.protocol.Piece;

/** The choices of one request, computed at once, so that the model can batch them. */
final class Choices {
  private final ServedModel served;
  private final Generation asked;
  private final Seed seed;

  Choices(ServedModel served, Generation asked, Seed seed) {
    this.served = served;
    this.asked = asked;
    this.seed = seed;
  }

  /** Hears the pieces of all choices, each choice on a thread of its own. */
  interface Listener {
    void wrote(int index, Piece piece);

    void ended(int index, Choice choice);
  }

  /**
   * In the order of prompts, the choices of a prompt together. The first failure ends all others,
   * and so does an interrupt.
   */
  List<Choice> compute(Listener listener) {
    if (asked.choices() == 1) {
      return List.of(compute(0, listener));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var completed = new ExecutorCompletionService<Choice>(threads);
      List<Future<Choice>> choices = new ArrayList<>();
      for (int index = 0; index < asked.choices(); index++) {
        int number = index;
        choices.add(completed.submit(() -> compute(number, listener)));
      }
      try {
        for (int done = 0; done < choices.size(); done++) {
          completed.take().get();
        }
        return choices.stream().map(Future::resultNow).toList();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EthogramException(
            ErrorCode.INTERRUPTED, asked.model(), "interrupted", "Ask again", e);
      } catch (ExecutionException e) {
        throw failure(e);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /** A prompt that several choices continue was read once. */
  Usage usage(List<Choice> choices) {
    int prompts = 0;
    int cached = 0;
    int completions = 0;
    for (int index = 0; index < choices.size(); index++) {
      Usage usage = choices.get(index).usage();
      if (index % asked.count() == 0) {
        prompts += usage.promptTokens();
        cached += usage.cachedTokens();
      }
      completions += usage.completionTokens();
    }
    return new Usage(prompts, cached, completions);
  }

  private Choice compute(int index, Listener listener) {
    Prompt prompt = asked.prompts().get(index / asked.count());
    Choice choice =
        new ChoiceTask(served, asked, prompt, seed(index % asked.count()))
            .compute(piece -> listener.wrote(index, piece));
    listener.ended(index, choice);
    return choice;
  }

  /** The first choice of every prompt is that of the prompt alone. */
  private Seed seed(int repeat) {
    return repeat == 0 ? seed : seed.derive("choice", repeat);
  }

  private static RuntimeException failure(ExecutionException e) {
    return e.getCause() instanceof RuntimeException failure
        ? failure
        : new IllegalStateException(e);
  }
}
