package org.ethogram.serve.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.ethogram.models.Prompt;
import tools.jackson.databind.JsonNode;

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
    List<Prompt> prompts = prompts(fields);
    int count = SharedFields.count(fields, prompts.size());
    if (fields.integer("best_of", count, 1, Integer.MAX_VALUE) != count) {
      throw ApiError.unsupported("best_of", "'best_of' must equal 'n': all that is drawn is told.");
    }
    boolean echo = fields.flag("echo");
    int maximumTokens = fields.integer("max_tokens", USUAL_TOKENS, 0, Integer.MAX_VALUE);
    if (maximumTokens == 0 && !echo) {
      throw ApiError.invalid("max_tokens", "'max_tokens' must be at least 1 without 'echo'.");
    }
    int alternatives = fields.integer("logprobs", -1, 0, Integer.MAX_VALUE);
    if (alternatives > 1) {
      throw ApiError.unsupported(
          "logprobs",
          "'logprobs' must be 0 or 1: each token is told with its own log-probability, the other"
              + " likely tokens are not known here.");
    }
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
        alternatives > 0,
        echo,
        stream,
        SharedFields.usage(fields, stream));
  }

  private static List<Prompt> prompts(Fields fields) {
    JsonNode prompt =
        fields
            .field("prompt")
            .orElseThrow(() -> ApiError.invalid("prompt", "'prompt' is needed: a string."));
    if (prompt.path(0).isNumber() || prompt.path(0).isArray()) {
      throw ApiError.unsupported(
          "prompt", "'prompt' must be text: this server does not take the numbers of tokens.");
    }
    List<Prompt> prompts = new ArrayList<>();
    fields.texts("prompt").forEach(text -> prompts.add(Prompt.of(text)));
    if (prompts.isEmpty()) {
      throw ApiError.invalid("prompt", "'prompt' must not be an empty list.");
    }
    return prompts;
  }
}
