package org.ethogram.cli.games.analysis;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.longrun.Automaton;
import org.ethogram.games.longrun.Frequencies;
import org.ethogram.games.longrun.LongRun;
import org.ethogram.games.memoryone.LinearRelation;
import org.ethogram.games.memoryone.MemoryOneAnalysis;
import org.ethogram.games.memoryone.Verdict;
import org.ethogram.games.strategies.MemoryOne;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TextTable;

/** Long-run play and verdicts for a person. */
final class MemoryOneText {
  private MemoryOneText() {}

  static void print(
      PrintWriter output,
      Automaton automaton,
      List<Meeting> meetings,
      Optional<MemoryOneAnalysis> analysis) {
    Meeting first = meetings.getFirst();
    output.println(automaton.name() + strategy(automaton));
    output.println(first.game().name() + payoffs(first) + setting(first));
    output.println();
    TextTable.lines(encounters(meetings)).forEach(output::println);
    output.println();
    if (analysis.isPresent()) {
      analysis.get().relation().ifPresent(relation -> output.print(relation(relation)));
      TextTable.lines(verdicts(analysis.get().verdicts())).forEach(output::println);
      output.println();
      output.println(
          "Partner, rival and zero-determinant hold against everybody, and are judged on the"
              + " strategy as its hand executes it.");
    } else {
      output.println(
          "No verdicts: they are of memory-one strategies in symmetric games with a cooperative"
              + " action.");
    }
  }

  private static String strategy(Automaton automaton) {
    Optional<MemoryOne> p = automaton.memoryOne();
    return p.isEmpty()
        ? ": " + automaton.states().size() + " states, more than the last round matters"
        : ": cooperates first with chance "
            + Numbers.decimal(p.get().first())
            + "; after CC "
            + Numbers.decimal(p.get().afterCC())
            + ", CD "
            + Numbers.decimal(p.get().afterCD())
            + ", DC "
            + Numbers.decimal(p.get().afterDC())
            + ", DD "
            + Numbers.decimal(p.get().afterDD());
  }

  private static String payoffs(Meeting meeting) {
    return DilemmaPayoffs.of(meeting.game())
        .map(
            of ->
                " (R "
                    + Numbers.decimal(of.reward())
                    + ", S "
                    + Numbers.decimal(of.sucker())
                    + ", T "
                    + Numbers.decimal(of.temptation())
                    + ", P "
                    + Numbers.decimal(of.punishment())
                    + ")")
        .orElse("");
  }

  private static String setting(Meeting meeting) {
    return ", noise "
        + Numbers.decimal(meeting.noise())
        + ", "
        + (meeting.discount() == 1
            ? "limit of the means from the first moves"
            : "discount " + Numbers.decimal(meeting.discount()));
  }

  private static Table encounters(List<Meeting> meetings) {
    return new Table(
        "Long run",
        "",
        List.of("against", "payoff", "other's", "C", "other's", "CC", "CD", "DC", "DD", "endings"),
        meetings.stream().map(MemoryOneText::encounter).toList());
  }

  private static List<Table.Cell> encounter(Meeting meeting) {
    Frequencies of = meeting.frequencies();
    return List.of(
        Table.Cell.code(meeting.isSelfPlay() ? "itself" : meeting.other().name()),
        number(meeting.payoff()),
        number(meeting.otherPayoff()),
        number(of.cooperation()),
        number(of.mirrored().cooperation()),
        number(of.cc()),
        number(of.cd()),
        number(of.dc()),
        number(of.dd()),
        Table.Cell.words(endings(meeting)));
  }

  private static String endings(Meeting meeting) {
    if (meeting.discount() < 1) {
      return "n/a";
    }
    return meeting.endings().size() == 1
        ? "1"
        : meeting.endings().size()
            + " ("
            + String.join(
                ", ",
                meeting.endings().stream()
                    .map(LongRun.Ending::probability)
                    .map(Numbers::decimal)
                    .toList())
            + ")";
  }

  private static Table verdicts(List<Verdict> verdicts) {
    return new Table(
        "Verdicts",
        "",
        List.of("property", "verdict", "margin", "decided by", "source"),
        verdicts.stream()
            .map(
                verdict ->
                    List.of(
                        Table.Cell.code(verdict.property()),
                        Table.Cell.words(answer(verdict.answer())),
                        Table.Cell.number(Numbers.decimal(verdict.margin())),
                        Table.Cell.words(verdict.decidedBy()),
                        Table.Cell.words(verdict.source())))
            .toList());
  }

  static String answer(Verdict.Answer answer) {
    return answer == Verdict.Answer.NOT_APPLICABLE ? "n/a" : answer.name().toLowerCase(Locale.ROOT);
  }

  private static String relation(LinearRelation relation) {
    if (!relation.isEnforced()) {
      return "";
    }
    String says;
    if (relation.fixedPayoff().isPresent()) {
      says = "the other's payoff is " + Numbers.decimal(relation.fixedPayoff());
    } else if (relation.baseline().isPresent()) {
      String baseline = Numbers.decimal(relation.baseline());
      says =
          "own payoff - %s = %s (other's - %s)"
              .formatted(baseline, Numbers.decimal(relation.extortionFactor()), baseline);
    } else {
      says =
          "own payoff - other's = " + Numbers.decimal(-relation.constant() / relation.own() + 0.0);
    }
    return "Zero-determinant: whoever the other is, " + says + ".\n\n";
  }

  private static Table.Cell number(double value) {
    return Table.Cell.number(Numbers.decimal(value));
  }
}
