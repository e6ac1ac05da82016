package org.ethogram.serve.protocol;

import static org.ethogram.models.TokenLogProbability.MOST_ALTERNATIVES;

import java.util.List;
import java.util.OptionalInt;
import org.ethogram.models.Prompt;

/** The body of {@code POST /v1/chat/completions}. */
public final class ChatParameters {
  private ChatParameters() {}

  /**
   * @throws ApiError when it is not what the interface says, or asks for what is not done here
   */
  public static Generation read(byte[] body) {
    Fields fields = Fields.parse(body);
    KnownFields.OF_CHAT.check(fields);
    String model = SharedFields.model(fields);
    Prompt conversation = new Prompt.Chat(Messages.read(fields));
    boolean logProbabilities = fields.flag("logprobs");
    int alternatives = fields.integer("top_logprobs", 0, 0, MOST_ALTERNATIVES);
    if (alternatives > 0 && !logProbabilities) {
      throw ApiError.invalid("top_logprobs", "'top_logprobs' needs 'logprobs': true.");
    }
    boolean stream = fields.flag("stream");
    return new Generation(
        model,
        "messages",
        List.of(conversation),
        SharedFields.count(fields, 1),
        maximumTokens(fields),
        SharedFields.sampling(fields),
        SharedFields.stops(fields),
        fields.wholeNumber("seed"),
        logProbabilities,
        alternatives,
        false,
        stream,
        SharedFields.usage(fields, stream));
  }

  /** The newer name and the older one; as many as fit where neither is given. */
  private static OptionalInt maximumTokens(Fields fields) {
    boolean newer = fields.field("max_completion_tokens").isPresent();
    boolean older = fields.field("max_tokens").isPresent();
    if (newer && older) {
      throw ApiError.invalid(
          "max_tokens", "'max_tokens' and 'max_completion_tokens' say the same. Give one of them.");
    }
    return newer || older
        ? OptionalInt.of(
            fields.integer(newer ? "max_completion_tokens" : "max_tokens", 1, 1, Integer.MAX_VALUE))
        : OptionalInt.empty();
  }
}
