package org.ethogram.cli.models;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram models complete}. */
@Command(
    name = "complete",
    description = "Lets a model continue a text.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CompleteCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Mixin private SubjectOptions subject;

  @Option(names = "--prompt", required = true, paramLabel = "TEXT")
  private String prompt;

  @Option(names = "--max-tokens", defaultValue = "64", paramLabel = "N")
  private int maximumTokens;

  @Mixin private SamplingOptions sampling;

  @Option(names = "--seed", defaultValue = "1", description = "Of the sampling.")
  private long seed;

  @Option(
      names = "--stop",
      paramLabel = "TEXT",
      description = "Ends the completion; may be repeated.")
  private List<String> stops = List.of();

  @Option(
      names = "--chat",
      description = "Ask in a conversation of one message instead of letting the text go on.")
  private boolean chat;

  @Option(
      names = "--logprobs",
      description = "Ask a remote model for log-probabilities; local ones always tell.")
  private boolean logProbabilities;

  @Mixin private AlternativesOption alternatives;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  CompleteCommand() {}

  @Override
  public Integer call() {
    CompletionRequest request =
        new CompletionRequest(
            asked(prompt, chat),
            validMaximum(),
            sampling.sampling(),
            stops,
            new Seed(seed),
            alternatives.count());
    PrintWriter output = specification.commandLine().getOut();
    PrintWriter questions = specification.commandLine().getErr();
    boolean told = logProbabilities || alternatives.count() > 0;
    try (LanguageModel model = subject.open(told, questions)) {
      Completion completion = model.complete(request);
      if (json) {
        JsonLines.print(output, describe(completion));
      } else {
        output.println(chat ? completion.text() : prompt + completion.text());
        if (alternatives.count() > 0) {
          TokenLines.print(output, completion.tokens());
        }
        output.flush();
      }
    }
    return 0;
  }

  static Prompt asked(String prompt, boolean chat) {
    return chat
        ? new Prompt.Chat(List.of(new Prompt.Message(Prompt.Role.USER, prompt)))
        : Prompt.of(prompt);
  }

  private Map<String, Object> describe(Completion completion) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("text", completion.text());
    line.put("finish_reason", completion.finishReason().name().toLowerCase(Locale.ROOT));
    TokenFields.put(completion.tokens(), alternatives.count(), line);
    line.put(
        "usage",
        Map.of(
            "prompt_tokens", completion.usage().promptTokens(),
            "completion_tokens", completion.usage().completionTokens()));
    return line;
  }

  private int validMaximum() {
    if (maximumTokens < 1) {
      throw new ParameterException(
          specification.commandLine(), "--max-tokens must be at least 1, not " + maximumTokens);
    }
    return maximumTokens;
  }
}
