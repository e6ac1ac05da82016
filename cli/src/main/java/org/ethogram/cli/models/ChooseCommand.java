package org.ethogram.cli.models;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.elicitation.ChoiceSampler;
import org.ethogram.evaluations.elicitation.CountedChoice;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.chat.ConversationModel;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.estimates.Proportions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram models choose}. */
@Command(
    name = "choose",
    description = {
      "Which of a few options a model chooses: it is asked several times, and answers are counted.",
      "An answer is the option that it begins with; see docs/remote-models.md for the rule."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ChooseCommand implements Callable<Integer> {
  private static final double LEVEL = 0.95;

  @Spec private CommandSpec specification;

  @Mixin private SubjectOptions subject;

  @Option(names = "--prompt", required = true, paramLabel = "TEXT")
  private String prompt;

  @Option(
      names = "--option",
      required = true,
      paramLabel = "TEXT",
      description = "What may be chosen; two or more.")
  private List<String> options;

  @Option(names = "--draws", defaultValue = "100", paramLabel = "N", description = "How often.")
  private int draws;

  @Option(
      names = "--max-tokens",
      defaultValue = "8",
      paramLabel = "N",
      description = "Of an answer.")
  private int maximumTokens;

  @Option(names = "--seed", defaultValue = "1", description = "Of the answers.")
  private long seed;

  @Option(names = "--chat", description = "Ask for the next word in a conversation.")
  private boolean chat;

  @Option(names = "--json", description = "Print one JSON object per option and one of counts.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ChooseCommand() {}

  @Override
  public Integer call() {
    check();
    PrintWriter output = specification.commandLine().getOut();
    try (LanguageModel opened = subject.open(false, specification.commandLine().getErr())) {
      LanguageModel model =
          chat ? new ConversationModel(opened, ConversationModel.CONTINUE) : opened;
      CountedChoice counted =
          new ChoiceSampler(model, draws, maximumTokens, new Seed(seed))
              .count(new ScoreRequest(Prompt.of(prompt), options));
      if (json) {
        printJson(output, counted);
      } else {
        print(output, counted);
      }
    }
    return 0;
  }

  private void check() {
    List<String> plain =
        options.stream().map(option -> option.strip().toLowerCase(Locale.ROOT)).toList();
    if (plain.contains("") || plain.stream().distinct().count() < Math.max(2, plain.size())) {
      throw new ParameterException(
          specification.commandLine(), "--option: two or more different texts are needed");
    }
    if (draws < 1 || maximumTokens < 1) {
      throw new ParameterException(
          specification.commandLine(), "--draws and --max-tokens: at least 1 is needed");
    }
  }

  private static void print(PrintWriter output, CountedChoice counted) {
    for (int i = 0; i < counted.options().size(); i++) {
      output.printf(
          Locale.ROOT,
          "%-24s %s  %d of %d%n",
          counted.options().get(i).strip(),
          share(counted, i),
          counted.counts().get(i),
          counted.matched());
    }
    output.printf(
        Locale.ROOT,
        "%d asked, %d unmatched, %d refused%n",
        counted.asked(),
        counted.unmatched(),
        counted.refused());
    output.flush();
  }

  private static String share(CountedChoice counted, int option) {
    Estimate share = estimate(counted, option);
    return share
        .interval()
        .map(
            interval ->
                String.format(
                    Locale.ROOT,
                    "%.3f [%.3f, %.3f]",
                    share.value().orElseThrow(),
                    interval.lower(),
                    interval.upper()))
        .orElse("n/a");
  }

  private static void printJson(PrintWriter output, CountedChoice counted) {
    for (int i = 0; i < counted.options().size(); i++) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("option", counted.options().get(i));
      line.put("count", counted.counts().get(i));
      line.put("matched", counted.matched());
      Estimate share = estimate(counted, i);
      share
          .interval()
          .ifPresent(
              interval -> {
                line.put("share", share.value().orElseThrow());
                line.put("low", interval.lower());
                line.put("high", interval.upper());
              });
      JsonLines.print(output, line);
    }
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("asked", counted.asked());
    counts.put("unmatched", counted.unmatched());
    counts.put("refused", counted.refused());
    JsonLines.print(output, counts);
  }

  private static Estimate estimate(CountedChoice counted, int option) {
    return Proportions.wilson(counted.counts().get(option), counted.matched(), LEVEL);
  }
}
