package org.ethogram.serve.protocol;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.ethogram.core.Suggestion;
import tools.jackson.databind.JsonNode;

/**
 * Which fields a request may have. A field that would change the answer and is not honoured is
 * refused, and so is an unknown one: it may be a known one mistyped.
 *
 * @param honoured fields that are read
 * @param neutral fields that may only have a value that asks for nothing
 */
record KnownFields(Set<String> honoured, Map<String, Predicate<JsonNode>> neutral) {
  /** Fields about accounts and storage: they say nothing about the answer. */
  private static final Set<String> IGNORED =
      Set.of(
          "user",
          "metadata",
          "store",
          "service_tier",
          "safety_identifier",
          "prompt_cache_key",
          "prompt_cache_retention");

  private static final Set<String> SHARED =
      Set.of(
          "model",
          "max_tokens",
          "temperature",
          "top_p",
          "top_k",
          "min_p",
          "repetition_penalty",
          "repeat_penalty",
          "repeat_last_n",
          "seed",
          "stop",
          "n",
          "logprobs",
          "stream",
          "stream_options");

  static final KnownFields OF_COMPLETIONS =
      new KnownFields(
          with(SHARED, "prompt", "echo", "best_of"),
          Map.of(
              "frequency_penalty", KnownFields::zero,
              "presence_penalty", KnownFields::zero,
              "logit_bias", KnownFields::empty,
              "suffix", value -> value.isString() && value.asString().isEmpty()));

  static final KnownFields OF_CHAT =
      new KnownFields(
          with(SHARED, "messages", "max_completion_tokens", "top_logprobs", "parallel_tool_calls"),
          Map.ofEntries(
              Map.entry("frequency_penalty", KnownFields::zero),
              Map.entry("presence_penalty", KnownFields::zero),
              Map.entry("logit_bias", KnownFields::empty),
              Map.entry("tools", KnownFields::empty),
              Map.entry("functions", KnownFields::empty),
              Map.entry("tool_choice", is("none")),
              Map.entry("function_call", is("none")),
              Map.entry("reasoning_effort", is("none")),
              Map.entry("verbosity", KnownFields::never),
              Map.entry("prediction", KnownFields::never),
              Map.entry("audio", KnownFields::never),
              Map.entry("web_search_options", KnownFields::never),
              Map.entry("response_format", value -> is("text").test(value.path("type"))),
              Map.entry(
                  "modalities", value -> value.size() == 1 && is("text").test(value.path(0)))));

  static final KnownFields OF_MESSAGE =
      new KnownFields(
          Set.of("role", "content"),
          Map.of(
              "name", KnownFields::never,
              "tool_calls", KnownFields::empty,
              "tool_call_id", KnownFields::never,
              "function_call", KnownFields::never,
              "audio", KnownFields::never,
              "annotations", KnownFields::empty,
              "refusal", KnownFields::never));

  void check(Fields fields) {
    for (String name : fields.names()) {
      if (honoured.contains(name) || IGNORED.contains(name)) {
        continue;
      }
      Predicate<JsonNode> asksForNothing = neutral.get(name);
      if (asksForNothing == null) {
        throw ApiError.unsupported(
            name, "There is no parameter '" + name + "'. " + Suggestion.remedy(name, all()) + ".");
      }
      if (!fields.field(name).map(asksForNothing::test).orElse(true)) {
        throw ApiError.unsupported(name, "'" + name + "' is not supported here. Leave it out.");
      }
    }
  }

  private Collection<String> all() {
    return new TreeSet<>(honoured);
  }

  private static boolean zero(JsonNode value) {
    return value.isNumber() && value.asDouble() == 0;
  }

  private static boolean empty(JsonNode value) {
    return value.isContainer() && value.isEmpty();
  }

  private static boolean never(JsonNode value) {
    return value.isNull();
  }

  private static Predicate<JsonNode> is(String text) {
    return value -> value.isString() && value.asString().equals(text);
  }

  private static Set<String> with(Set<String> some, String... others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(Set.of(others));
    return Set.copyOf(all);
  }
}
