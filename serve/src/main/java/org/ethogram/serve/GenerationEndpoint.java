package org.ethogram.serve;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.Usage;
import org.ethogram.serve.protocol.AnswerFormat;
import org.ethogram.serve.protocol.AnswerHead;
import org.ethogram.serve.protocol.ApiError;
import org.ethogram.serve.protocol.Choice;
import org.ethogram.serve.protocol.Generation;
import org.ethogram.serve.protocol.Piece;

/** Answers completions or chat: reads what is asked, lets the model compute, words the answer. */
final class GenerationEndpoint {
  private static final int FINGERPRINT = 16;

  private final Function<byte[], Generation> reader;
  private final AnswerFormat format;
  private final ServedModels models;
  private final int bodyBytes;
  private final Seed seed;
  private final AtomicLong unseeded = new AtomicLong();

  /**
   * @param seed of the requests that bring none
   */
  GenerationEndpoint(
      Function<byte[], Generation> reader,
      AnswerFormat format,
      ServedModels models,
      int bodyBytes,
      Seed seed) {
    this.reader = reader;
    this.format = format;
    this.models = models;
    this.bodyBytes = bodyBytes;
    this.seed = seed;
  }

  void answer(Exchange exchange) {
    Generation asked = reader.apply(exchange.body(bodyBytes));
    ServedModel served = models.named(asked.model());
    exchange.setModel(asked.model());
    Choices choices = new Choices(served, asked, seed(asked));
    AnswerHead head = head(asked, served.model().identity());
    try (var _ = exchange.watch()) {
      if (asked.stream()) {
        stream(exchange, asked, head, choices);
      } else {
        whole(exchange, asked, head, choices);
      }
    } catch (EthogramException e) {
      throw new Failed(e, ApiError.of(e, asked.promptParameter()));
    }
  }

  /** A model's failure, and what the client is told of it. */
  static final class Failed extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final EthogramException failure;
    private final ApiError told;

    private Failed(EthogramException failure, ApiError told) {
      super(failure);
      this.failure = failure;
      this.told = told;
    }

    EthogramException failure() {
      return failure;
    }

    ApiError told() {
      return told;
    }
  }

  private void whole(Exchange exchange, Generation asked, AnswerHead head, Choices choices) {
    List<Choice> found = choices.compute(NOBODY);
    Usage usage = choices.usage(found);
    exchange.setUsage(usage);
    exchange.answer(200, format.whole(head, asked, found, usage).toString());
  }

  private void stream(Exchange exchange, Generation asked, AnswerHead head, Choices choices) {
    EventStream events = exchange.stream();
    List<Choice> found = choices.compute(new Streamed(events, format, head, asked));
    Usage usage = choices.usage(found);
    exchange.setUsage(usage);
    if (asked.usage()) {
      events.send(format.usage(head, usage).toString());
    }
    exchange.end(events);
  }

  private Seed seed(Generation asked) {
    return asked.seed().isPresent()
        ? new Seed(asked.seed().getAsLong())
        : seed.derive("request", unseeded.getAndIncrement());
  }

  private static AnswerHead head(Generation asked, ModelIdentity identity) {
    String weights = identity.weightsHash().replaceAll("[^0-9a-f]", "");
    return new AnswerHead(
        UUID.randomUUID().toString().replace("-", ""),
        Instant.now().getEpochSecond(),
        asked.model(),
        weights.isEmpty() ? Optional.empty() : Optional.of(fingerprint(identity)));
  }

  /** The ends of the hashes of the base and of the adapter. */
  private static String fingerprint(ModelIdentity identity) {
    StringBuilder text = new StringBuilder("fp");
    for (String hash : identity.weightsHash().split("\\+", -1)) {
      text.append('_').append(hash, 0, Math.min(hash.length(), FINGERPRINT));
    }
    return text.toString();
  }

  private static final Choices.Listener NOBODY =
      new Choices.Listener() {
        @Override
        public void wrote(int index, Piece piece) {}

        @Override
        public void ended(int index, Choice choice) {}
      };
}
