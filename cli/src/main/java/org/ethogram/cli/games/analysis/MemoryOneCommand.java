package org.ethogram.cli.games.analysis;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.Game;
import org.ethogram.games.formats.GameSource;
import org.ethogram.games.longrun.Automaton;
import org.ethogram.games.memoryone.MemoryOneAnalysis;
import org.ethogram.games.memoryone.Setting;
import org.ethogram.games.play.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ethogram games memory-one}. */
@Command(
    name = "memory-one",
    description =
        "What a strategy gets in the long run, computed exactly, and what a memory-one strategy can"
            + " be counted on for: partner, rival, zero-determinant, equilibrium.",
    mixinStandardHelpOptions = true)
public final class MemoryOneCommand implements Callable<Integer> {
  private static final List<String> USUAL =
      List.of(
          "always-cooperate",
          "always-defect",
          "tit-for-tat",
          "generous-tit-for-tat",
          "win-stay-lose-shift",
          "random");

  @Spec private CommandSpec specification;

  @Parameters(
      index = "0",
      paramLabel = "STRATEGY",
      description =
          "The chances of cooperation in the first round and after CC, CD, DC and DD, own action"
              + " first, such as 1,1,0,1/3,0; or the name of a strategy.")
  private String strategy;

  @Option(
      names = "--against",
      paramLabel = "STRATEGY",
      description = "An opponent, written in the same way; can be given several times.")
  private List<String> against = new ArrayList<>();

  @Option(
      names = "--noise",
      paramLabel = "E",
      defaultValue = "0",
      description = "The chance that a hand slips, from 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double noise;

  @Option(
      names = "--discount",
      paramLabel = "D",
      defaultValue = "1",
      description =
          "The weight of a round over the one before it, from 0 to 1; 1 is the limit of the means"
              + " (default: ${DEFAULT-VALUE}).")
  private double discount;

  @Option(
      names = "--game",
      paramLabel = "GAME",
      defaultValue = "prisoners-dilemma",
      description =
          "A game of the catalogue, or a .nfg or .yaml file, of two players and two actions"
              + " (default: ${DEFAULT-VALUE}).")
  private String game;

  @Option(names = "--json", description = "Print one JSON object per encounter and verdict.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public MemoryOneCommand() {}

  @Override
  public Integer call() {
    if (!(noise >= 0 && noise <= 1) || !(discount >= 0 && discount <= 1)) {
      throw new ParameterException(
          specification.commandLine(), "--noise and --discount go from 0 to 1.");
    }
    Game played = GameSource.read(game);
    Strategy subject = WrittenStrategy.of(strategy);
    Automaton automaton = Automaton.of(subject, played);
    List<Meeting> meetings = new ArrayList<>();
    meetings.add(new Meeting(automaton, automaton, played, noise, discount));
    for (String opponent : against.isEmpty() ? USUAL : against) {
      Automaton other = Automaton.of(WrittenStrategy.of(opponent), played);
      if (!other.name().equals(automaton.name())) {
        meetings.add(new Meeting(automaton, other, played, noise, discount));
      }
    }
    var setting = DilemmaPayoffs.of(played).map(payoffs -> new Setting(payoffs, discount, noise));
    Optional<MemoryOneAnalysis> analysis =
        setting.isPresent()
            ? automaton.memoryOne().map(p -> MemoryOneAnalysis.of(p, setting.orElseThrow()))
            : Optional.empty();
    PrintWriter output = specification.commandLine().getOut();
    if (json) {
      MemoryOneJson.print(output, automaton, meetings, analysis);
    } else {
      MemoryOneText.print(output, automaton, meetings, analysis);
    }
    output.flush();
    return 0;
  }
}
