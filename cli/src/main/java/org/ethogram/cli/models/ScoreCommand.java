package org.ethogram.cli.models;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ScoreRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram models score}. */
@Command(
    name = "score",
    description = {
      "The log-probability of continuations of a prompt, in nats.",
      "An empty prompt scores after the beginning-of-sequence token where there is one."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ScoreCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Mixin private SubjectOptions subject;

  @Option(names = "--prompt", required = true, paramLabel = "TEXT")
  private String prompt;

  @Option(
      names = "--continuation",
      required = true,
      paramLabel = "TEXT",
      description = "What may follow, with its leading space; may be repeated.")
  private List<String> continuations;

  @Option(
      names = "--chat",
      description = "Ask in a conversation of one message instead of letting the text go on.")
  private boolean chat;

  @Mixin private AlternativesOption alternatives;

  @Option(names = "--json", description = "Print one JSON object per continuation.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ScoreCommand() {}

  @Override
  public Integer call() {
    if (continuations.contains("")) {
      throw new ParameterException(
          specification.commandLine(), "--continuation must not be empty: it has no probability");
    }
    ScoreRequest request =
        new ScoreRequest(CompleteCommand.asked(prompt, chat), continuations, alternatives.count());
    PrintWriter output = specification.commandLine().getOut();
    try (LanguageModel model = subject.open(false, specification.commandLine().getErr())) {
      for (ContinuationScore score : model.score(request)) {
        print(output, score);
      }
    }
    return 0;
  }

  private void print(PrintWriter output, ContinuationScore score) {
    if (!json) {
      output.printf(Locale.ROOT, "%10.4f  %s%n", score.logProbability(), score.continuation());
      if (alternatives.count() > 0) {
        TokenLines.print(output, score.tokens());
      }
      output.flush();
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("continuation", score.continuation());
    line.put("logprob", score.logProbability());
    TokenFields.put(score.tokens(), alternatives.count(), line);
    JsonLines.print(output, line);
  }
}
