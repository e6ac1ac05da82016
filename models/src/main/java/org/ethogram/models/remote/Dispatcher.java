package org.ethogram.models.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.budget.Budget;
import org.ethogram.models.cache.CacheKey;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes calls until they are answered or cannot be: the one place with retries, limits and cache.
 *
 * <p>A call that is interrupted ends with {@code INTERRUPTED}; whatever was answered before is
 * kept.
 */
public final class Dispatcher implements AutoCloseable {
  private static final String REVISION = "main";
  private static final int OK = 200;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final RemoteOptions options;
  private final Optional<Authorization> authorization;
  private final Transport transport;
  private final Flights flights = new Flights();

  public Dispatcher(RemoteOptions options, Optional<Authorization> authorization) {
    this.options = options;
    this.authorization = authorization;
    this.transport = new Transport(options.timeout(), authorization);
  }

  /**
   * @return the body of the reply, which {@code reader} found no problem with
   */
  public byte[] send(RemoteCall call, ReplyReader reader) {
    return deliver(call, reader, new Delivery.Whole(transport));
  }

  /**
   * Sends a call whose reply comes in events, and tells the listener of each piece at once. A
   * stream that breaks off is asked for again only if nothing of it was told.
   *
   * @return what the reply would have been without streaming
   */
  public byte[] stream(
      RemoteCall call,
      ReplyReader reader,
      Supplier<StreamAssembler> assembling,
      CompletionListener listener) {
    var delivery = new StreamDelivery(transport, assembling, listener);
    byte[] body = deliver(call, reader, delivery);
    delivery.replay(body);
    return delivery.document(body);
  }

  private byte[] deliver(RemoteCall call, ReplyReader reader, Delivery delivery) {
    try {
      if (options.cache().isEmpty()) {
        return answer(call, reader, delivery);
      }
      CacheKey key = key(call);
      return flights.once(key.hash(), () -> fromCache(key, call, reader, delivery));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EthogramException(
          ErrorCode.INTERRUPTED,
          call.endpoint().place(),
          "the call was cancelled",
          "Run the same command again: what was answered is kept",
          e);
    }
  }

  @Override
  public void close() {
    transport.close();
  }

  private byte[] fromCache(CacheKey key, RemoteCall call, ReplyReader reader, Delivery delivery)
      throws InterruptedException {
    var cache = options.cache().orElseThrow();
    Optional<byte[]> kept = cache.find(key);
    if (kept.isPresent()) {
      problem(kept.get(), reader, delivery)
          .ifPresent(
              problem -> {
                throw cache.damaged(problem);
              });
      return kept.get();
    }
    byte[] reply = answer(call, reader, delivery);
    cache.keep(key, call.body().getBytes(UTF_8), reply);
    return reply;
  }

  private static CacheKey key(RemoteCall call) {
    Endpoint endpoint = call.endpoint();
    return new CacheKey(
        endpoint.provider(), call.url(), endpoint.model(), REVISION, call.body(), call.repeat());
  }

  private byte[] answer(RemoteCall call, ReplyReader reader, Delivery delivery)
      throws InterruptedException {
    options.concurrency().enter();
    try {
      for (int attempt = 1; ; attempt++) {
        Attempt outcome = attempt(call, reader, delivery);
        if (outcome instanceof Attempt.Answered(RemoteReply reply, Optional<?> _)) {
          return reply.body();
        }
        if (outcome instanceof Attempt.Refused(RemoteReply reply) && isFinal(reply)) {
          throw Refusal.exception(call, reply, authorization);
        }
        if (delivery.told()) {
          throw brokenOff(call, outcome);
        }
        Optional<Duration> asked = outcome.retryAfter();
        if (attempt == options.retry().attempts()) {
          throw unanswered(call, attempt, outcome);
        }
        if (asked.isPresent() && asked.get().compareTo(options.retry().longest()) > 0) {
          throw askedToWait(call, asked.get());
        }
        options.pause().await(options.retry().delay(call, attempt, asked));
      }
    } finally {
      options.concurrency().leave();
    }
  }

  private boolean isFinal(RemoteReply reply) {
    return !options.retry().retries(reply.status()) || Refusal.quotaUsedUp(reply);
  }

  private Attempt attempt(RemoteCall call, ReplyReader reader, Delivery delivery)
      throws InterruptedException {
    Budget.Reservation reservation =
        options.budget().reserve(call.endpoint().model(), call.promptBound(), call.maximumTokens());
    long era = options.concurrency().era();
    boolean settled = false;
    try {
      Attempt outcome = sent(call, reader, delivery);
      settle(reservation, outcome, era);
      settled = true;
      return outcome;
    } finally {
      if (!settled) {
        reservation.lost();
      }
    }
  }

  private static Attempt sent(RemoteCall call, ReplyReader reader, Delivery delivery)
      throws InterruptedException {
    try {
      RemoteReply reply = delivery.send(call);
      return reply.status() == OK ? read(reply, reader, delivery) : new Attempt.Refused(reply);
    } catch (JacksonException e) {
      return new Attempt.Lost("an event of the stream is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      String message = e.getMessage();
      return new Attempt.Lost(
          "the connection failed: "
              + (message == null || message.isBlank() ? e.getClass().getSimpleName() : message));
    }
  }

  private static Attempt read(RemoteReply reply, ReplyReader reader, Delivery delivery) {
    if (!delivery.reads(reply.contentType())) {
      return new Attempt.Lost("the reply is '" + reply.contentType() + "', not JSON");
    }
    return problem(reply.body(), reader, delivery)
        .<Attempt>map(problem -> new Attempt.Lost("the reply is " + problem))
        .orElseGet(
            () ->
                new Attempt.Answered(
                    reply, reader.usage(JSON.readTree(delivery.document(reply.body())))));
  }

  /** What keeps bytes from being an answer. */
  private static Optional<String> problem(byte[] body, ReplyReader reader, Delivery delivery) {
    try {
      JsonNode tree = JSON.readTree(delivery.document(body));
      return reader.problem(tree).map(problem -> "no answer: " + problem);
    } catch (JacksonException e) {
      return Optional.of("no JSON: " + e.getOriginalMessage());
    }
  }

  private void settle(Budget.Reservation reservation, Attempt outcome, long era) {
    switch (outcome) {
      case Attempt.Answered answered -> {
        answered.usage().ifPresentOrElse(reservation::answered, reservation::lost);
        options.concurrency().succeeded();
      }
      case Attempt.Refused(RemoteReply reply) -> {
        reservation.refused();
        if (RetryRule.overrun(reply.status())) {
          options.concurrency().overrun(era);
        }
      }
      case Attempt.Lost _ -> reservation.lost();
    }
  }

  private static EthogramException unanswered(RemoteCall call, int attempts, Attempt last) {
    return new EthogramException(
        ErrorCode.WORK_FAILED,
        call.endpoint().place(),
        "no answer in " + attempts + " attempts, at last: " + last.text(),
        "Run the same command again: what was answered is kept");
  }

  private static EthogramException brokenOff(RemoteCall call, Attempt last) {
    return new EthogramException(
        ErrorCode.WORK_FAILED,
        call.endpoint().place(),
        "the stream broke off after a part of it was told: " + last.text(),
        "Ask again; what was told is not the whole answer");
  }

  private EthogramException askedToWait(RemoteCall call, Duration wait) {
    return new EthogramException(
        ErrorCode.LIMIT_REACHED,
        call.endpoint().place(),
        "the provider asks to wait "
            + wait.toSeconds()
            + " s, longer than the "
            + options.retry().longest().toSeconds()
            + " s that are allowed",
        "Run the same command again after that time: what was answered is kept");
  }
}
