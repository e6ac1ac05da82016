package org.ethogram.games.strategies;

import java.util.List;
import java.util.stream.Stream;

/** The teams that meta-players ask unless others are given: deterministic strategies by memory. */
final class MetaTeams {
  static final List<String> MEMORY_ONE =
      List.of(
          "alternator",
          "anti-tit-for-tat",
          "bully",
          "always-cooperate",
          "cycler-dc",
          "always-defect",
          "suspicious-tit-for-tat",
          "tit-for-tat",
          "win-shift-lose-stay",
          "win-stay-lose-shift");
  static final List<String> FINITE_MEMORY =
      with(
          MEMORY_ONE,
          "aon-2",
          "capri",
          "delayed-aon-1",
          "double-resurrection",
          "first-by-nydegger",
          "forgetful-grudger",
          "fortress-3",
          "fortress-4",
          "hard-tit-for-2-tats",
          "hard-tit-for-tat",
          "once-bitten",
          "resurrection",
          "ripoff",
          "slow-tit-for-two-tats-2",
          "soft-go-by-majority-10",
          "soft-grudger",
          "solution-b-1",
          "tit-for-two-tats",
          "tricky-cooperator",
          "two-tits-for-tat");
  static final List<String> LONG_MEMORY =
      List.of(
          "adaptive-tit-for-tat",
          "collective-strategy",
          "detective",
          "doubler",
          "evolved-fsm-16",
          "evolved-looker-up-2-2-2",
          "first-by-davis",
          "first-by-shubik",
          "fool-me-once",
          "forgiver",
          "gradual",
          "grim-trigger",
          "handshake",
          "level-punisher",
          "limited-retaliate",
          "omega-tft",
          "prober",
          "punisher",
          "revised-downing",
          "second-by-borufsen",
          "second-by-weiner",
          "second-by-white",
          "soft-go-by-majority",
          "spiteful-tit-for-tat",
          "very-bad");
  static final List<String> ALL = with(FINITE_MEMORY, LONG_MEMORY.toArray(String[]::new));
  static final List<String> HUNTERS =
      List.of(
          "defector-hunter",
          "alternator-hunter",
          "random-hunter",
          "math-constant-hunter",
          "cycle-hunter",
          "eventual-cycle-hunter");

  private MetaTeams() {}

  static List<String> with(List<String> team, String... more) {
    return Stream.concat(team.stream(), Stream.of(more)).toList();
  }
}
