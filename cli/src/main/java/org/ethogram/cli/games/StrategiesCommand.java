package org.ethogram.cli.games;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.Suggestion;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.strategies.StrategyCard;
import org.ethogram.report.text.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ethogram games strategies}. */
@Command(
    name = "strategies",
    description = "The strategies of the library, or one of them with a trace of how it plays.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class StrategiesCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(
      index = "0..*",
      arity = "0..*",
      paramLabel = "NAME",
      description = "A strategy, with its parameters where it needs some, such as cycle:CCD.")
  private List<String> words = List.of();

  @Option(names = "--search", paramLabel = "TEXT", description = "In names and sources.")
  private @Nullable String search;

  @Option(names = "--deterministic", description = "Only those that draw nothing.")
  private boolean deterministic;

  @Option(names = "--stochastic", description = "Only those that draw.")
  private boolean stochastic;

  @Option(
      names = "--memory",
      paramLabel = "N",
      description = "Only those that look at most N rounds back.")
  private @Nullable Integer memory;

  @Option(names = "--json", description = "Print one JSON object per strategy.")
  private boolean json;

  @Option(names = "--markdown", description = "Print docs/reference/strategies.md.")
  private boolean markdown;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  StrategiesCommand() {}

  @Override
  public Integer call() {
    requireOptionsThatFit();
    PrintWriter output = specification.commandLine().getOut();
    if (!words.isEmpty()) {
      StrategyPortrait portrait = StrategyPortrait.of(String.join(" ", words));
      if (json) {
        JsonLines.print(output, portrait.fields());
      } else {
        portrait.lines().forEach(output::println);
      }
    } else if (markdown) {
      output.print(StrategyPage.text());
    } else {
      print(output, Strategies.cards().stream().filter(this::isWanted).toList());
    }
    output.flush();
    return 0;
  }

  private void print(PrintWriter output, List<StrategyCard> cards) {
    if (json) {
      cards.forEach(card -> JsonLines.print(output, StrategyFields.of(card)));
    } else {
      TextTable.lines(StrategyFields.table(cards)).forEach(output::println);
      output.println();
      output.println(
          cards.size()
              + " of "
              + Strategies.cards().size()
              + " strategies; memory in rounds; 'ethogram games strategies NAME' shows one.");
    }
  }

  private boolean isWanted(StrategyCard card) {
    return !(deterministic && card.stochastic())
        && !(stochastic && !card.stochastic())
        && (memory == null || card.memory().orElse(Integer.MAX_VALUE) <= memory)
        && (search == null || isFound(card, search));
  }

  private static boolean isFound(StrategyCard card, String text) {
    String wanted = Suggestion.plain(text);
    return Suggestion.plain(card.name()).contains(wanted)
        || Suggestion.plain(card.source()).contains(wanted)
        || card.otherNames().stream().anyMatch(other -> Suggestion.plain(other).contains(wanted));
  }

  private void requireOptionsThatFit() {
    boolean filtered = deterministic || stochastic || memory != null || search != null;
    if (deterministic && stochastic) {
      throw usage("--deterministic and --stochastic leave nothing.");
    }
    if (memory != null && memory < 0) {
      throw usage("--memory must be at least 0, not " + memory + ".");
    }
    if (filtered && (!words.isEmpty() || markdown)) {
      throw usage("Filters belong to the list.");
    }
    if (markdown && (!words.isEmpty() || json)) {
      throw usage("--markdown prints the whole page.");
    }
  }

  private ParameterException usage(String problem) {
    return new ParameterException(specification.commandLine(), problem);
  }
}
