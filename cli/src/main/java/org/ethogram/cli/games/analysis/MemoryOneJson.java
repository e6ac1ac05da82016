package org.ethogram.cli.games.analysis;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.games.longrun.Automaton;
import org.ethogram.games.longrun.Frequencies;
import org.ethogram.games.memoryone.LinearRelation;
import org.ethogram.games.memoryone.MemoryOneAnalysis;
import org.ethogram.games.memoryone.Verdict;

/**
 * Long-run play and verdicts for a program: an object an encounter, then the relation of payoffs,
 * then an object a verdict.
 */
final class MemoryOneJson {
  private MemoryOneJson() {}

  static void print(
      PrintWriter output,
      Automaton automaton,
      List<Meeting> meetings,
      Optional<MemoryOneAnalysis> analysis) {
    meetings.forEach(meeting -> JsonLines.print(output, encounter(meeting)));
    analysis
        .flatMap(MemoryOneAnalysis::relation)
        .filter(LinearRelation::isEnforced)
        .ifPresent(relation -> JsonLines.print(output, relation(automaton, relation)));
    analysis.ifPresent(
        of ->
            of.verdicts().forEach(verdict -> JsonLines.print(output, verdict(automaton, verdict))));
  }

  private static Map<String, Object> encounter(Meeting meeting) {
    Frequencies of = meeting.frequencies();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("figure", "encounter");
    fields.put("strategy", meeting.subject().name());
    fields.put("against", meeting.other().name());
    fields.put("game", meeting.game().name());
    fields.put("noise", meeting.noise());
    fields.put("discount", meeting.discount());
    fields.put("payoffs", List.of(meeting.payoff(), meeting.otherPayoff()));
    fields.put("cooperations", List.of(of.cooperation(), of.mirrored().cooperation()));
    fields.put("states", states(of));
    if (meeting.discount() == 1) {
      fields.put(
          "endings",
          meeting.endings().stream()
              .map(
                  ending ->
                      Map.of(
                          "probability",
                          ending.probability(),
                          "states",
                          states(ending.frequencies())))
              .toList());
    }
    return fields;
  }

  private static Map<String, Double> states(Frequencies of) {
    Map<String, Double> states = new LinkedHashMap<>();
    states.put("CC", of.cc());
    states.put("CD", of.cd());
    states.put("DC", of.dc());
    states.put("DD", of.dd());
    return states;
  }

  private static Map<String, Object> relation(Automaton automaton, LinearRelation relation) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("figure", "relation");
    fields.put("strategy", automaton.name());
    fields.put("own", relation.own());
    fields.put("other", relation.other());
    fields.put("constant", relation.constant());
    put(fields, "extortion_factor", relation.extortionFactor());
    put(fields, "baseline", relation.baseline());
    put(fields, "fixed_payoff", relation.fixedPayoff());
    return fields;
  }

  private static Map<String, Object> verdict(Automaton automaton, Verdict verdict) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("figure", "verdict");
    fields.put("strategy", automaton.name());
    fields.put("property", verdict.property());
    fields.put("verdict", MemoryOneText.answer(verdict.answer()));
    fields.put("decided_by", verdict.decidedBy());
    put(fields, "margin", verdict.margin());
    fields.put("source", verdict.source());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, OptionalDouble value) {
    value.ifPresent(number -> fields.put(name, number));
  }
}
