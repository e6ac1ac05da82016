package org.ethogram.serve.protocol;

import static org.ethogram.models.TokenLogProbability.MOST_ALTERNATIVES;

import java.util.List;
import java.util.OptionalInt;
import org.ethogram.models.Prompt;

/** The body of {@code POST /v1/completions}. */
public final class CompletionParameters {
  private static final int USUAL_TOKENS = 16;

  private CompletionParameters() {}

  /**
   * @throws ApiError when it is not what the interface says, or asks for what is not done here
   */
  public static Generation read(byte[] body) {
    Fields fields = Fields.parse(body);
    KnownFields.OF_COMPLETIONS.check(fields);
    String model = SharedFields.model(fields);
    List<Prompt> prompts = Prompts.read(fields);
    int count = SharedFields.count(fields, prompts.size());
    if (fields.integer("best_of", count, 1, Integer.MAX_VALUE) != count) {
      throw ApiError.unsupported("best_of", "'best_of' must equal 'n': all that is drawn is told.");
    }
    boolean echo = fields.flag("echo");
    int maximumTokens = fields.integer("max_tokens", USUAL_TOKENS, 0, Integer.MAX_VALUE);
    if (maximumTokens == 0 && !echo) {
      throw ApiError.invalid("max_tokens", "'max_tokens' must be at least 1 without 'echo'.");
    }
    int alternatives = fields.integer("logprobs", -1, 0, MOST_ALTERNATIVES);
    boolean stream = fields.flag("stream");
    return new Generation(
        model,
        "prompt",
        prompts,
        count,
        OptionalInt.of(maximumTokens),
        SharedFields.sampling(fields),
        SharedFields.stops(fields),
        fields.wholeNumber("seed"),
        alternatives >= 0,
        Math.max(0, alternatives),
        echo,
        stream,
        SharedFields.usage(fields, stream));
  }
}
