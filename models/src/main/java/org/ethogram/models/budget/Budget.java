package org.ethogram.models.budget;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Usage;

/**
 * Limits that are never passed, whatever is in flight.
 *
 * <p>Before a call is sent, the most it can cost is set aside; after it, what it did cost is
 * counted. A call that no longer fits waits while others may still give something back, and is then
 * refused with {@code LIMIT_REACHED}.
 */
public final class Budget {
  private final Limits limits;
  private final Map<String, Price> prices;
  private final ReentrantLock turn = new ReentrantLock();
  private final Condition settled = turn.newCondition();
  private Spent spent = Spent.NOTHING;
  private Spent reserved = Spent.NOTHING;

  /**
   * @param prices by name of model; needed for those that are called under a limit of money
   */
  public Budget(Limits limits, Map<String, Price> prices) {
    this.limits = limits;
    this.prices = Map.copyOf(prices);
  }

  /** No limit; only counts. */
  public static Budget unlimited() {
    return new Budget(Limits.NONE, Map.of());
  }

  /** The most that one call can cost, set aside until it is settled. */
  public final class Reservation {
    private final String model;
    private final Spent most;

    private Reservation(String model, Spent most) {
      this.model = model;
      this.most = most;
    }

    /** The call was answered at this cost. */
    public void answered(Usage usage) {
      settle(cost(model, usage.promptTokens(), usage.completionTokens()));
    }

    /** The call was refused: it counts as a call and costs nothing. */
    public void refused() {
      settle(new Spent(1, 0, BigDecimal.ZERO));
    }

    /** Nobody knows what became of the call: it counts at its most. */
    public void lost() {
      settle(most);
    }

    private void settle(Spent cost) {
      turn.lock();
      try {
        reserved = reserved.minus(most);
        spent = spent.plus(cost);
        settled.signalAll();
      } finally {
        turn.unlock();
      }
    }
  }

  /**
   * @param promptTokens no fewer than the prompt has
   * @param completionTokens no fewer than may be written
   * @throws EthogramException {@code LIMIT_REACHED} when the call does not fit
   */
  public Reservation reserve(String model, long promptTokens, long completionTokens)
      throws InterruptedException {
    Spent most = cost(model, promptTokens, completionTokens);
    turn.lockInterruptibly();
    try {
      while (exceeded(spent.plus(reserved).plus(most)).isPresent()) {
        Optional<String> hopeless = exceeded(spent.plus(most));
        if (hopeless.isPresent()) {
          throw reached(hopeless.get(), most);
        }
        settled.await();
      }
      reserved = reserved.plus(most);
      return new Reservation(model, most);
    } finally {
      turn.unlock();
    }
  }

  public Spent spent() {
    turn.lock();
    try {
      return spent;
    } finally {
      turn.unlock();
    }
  }

  private Spent cost(String model, long promptTokens, long completionTokens) {
    Price price = prices.get(model);
    if (price == null && limits.money().isPresent()) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION,
          model,
          "money is limited, but this model has no price",
          "Give its price for a million tokens of prompt and of completion");
    }
    return new Spent(
        1,
        promptTokens + completionTokens,
        price == null ? BigDecimal.ZERO : price.of(promptTokens, completionTokens));
  }

  private Optional<String> exceeded(Spent total) {
    if (limits.calls().isPresent() && total.calls() > limits.calls().getAsLong()) {
      return Optional.of(limits.calls().getAsLong() + " calls");
    }
    if (limits.tokens().isPresent() && total.tokens() > limits.tokens().getAsLong()) {
      return Optional.of(limits.tokens().getAsLong() + " tokens");
    }
    return limits
        .money()
        .filter(money -> total.money().compareTo(money) > 0)
        .map(money -> money.toPlainString() + " of money");
  }

  private EthogramException reached(String limit, Spent next) {
    return new EthogramException(
        ErrorCode.LIMIT_REACHED,
        "budget of " + limit,
        "%d calls, %d tokens and %s of money are spent, and the next call may cost %d tokens and %s"
            .formatted(
                spent.calls(),
                spent.tokens(),
                spent.money().toPlainString(),
                next.tokens(),
                next.money().toPlainString()),
        "Raise the limit and run the same command again: what was answered is kept");
  }
}
