package org.ethogram.lab.subject;

import java.math.BigDecimal;
import java.util.Optional;
import org.ethogram.evaluations.CallAmount;
import org.ethogram.evaluations.CallRange;
import org.ethogram.models.budget.Limits;
import org.ethogram.models.budget.Price;
import org.ethogram.models.remote.Scoring;

/**
 * On what terms a remote subject answers.
 *
 * @param scoring how it scores
 * @param limits of one run
 * @param bytesBeside what is sent with every text, such as an instruction
 */
public record Terms(Scoring scoring, Limits limits, Optional<Price> price, long bytesBeside) {
  /** English text mostly has between so many bytes a token, whatever the tokenizer. */
  public static final int LEAST_BYTES_A_TOKEN = 3;

  public static final int MOST_BYTES_A_TOKEN = 5;

  /** Prompt and continuation are tokenized before they are scored. */
  private static final int REQUESTS_BESIDE_A_TOKENIZER = 3;

  /**
   * What work comes to, at least and at most, if nothing fails and nothing is in the cache.
   *
   * @param mostTokens of prompts and completions together, as {@code leastTokens}
   * @param mostMoney in the currency of the prices, as {@code leastMoney}; absent without prices
   */
  public record Bill(
      long leastRequests,
      long mostRequests,
      long leastTokens,
      long mostTokens,
      Optional<BigDecimal> leastMoney,
      Optional<BigDecimal> mostMoney) {}

  public Bill bill(CallRange calls) {
    CallAmount least = calls.least();
    CallAmount most = calls.most();
    long atATime = scoring == Scoring.PROMPT_LOG_PROBABILITIES ? REQUESTS_BESIDE_A_TOKENIZER : 1;
    long leastPrompt = bytes(least) / MOST_BYTES_A_TOKEN;
    long mostPrompt = Math.ceilDiv(bytes(most), LEAST_BYTES_A_TOKEN);
    return new Bill(
        texts(least),
        most.completions() + most.continuations() * atATime,
        leastPrompt + least.completions(),
        mostPrompt + most.written(),
        price.map(price -> price.of(leastPrompt, least.completions())),
        price.map(price -> price.of(mostPrompt, most.written())));
  }

  private static long texts(CallAmount amount) {
    return amount.completions() + amount.continuations();
  }

  private long bytes(CallAmount amount) {
    return amount.bytes() + texts(amount) * bytesBeside;
  }
}
