package org.ethogram.games.strategies;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;

/** The fields of strategies that have a name. */
public final class Fields {
  private Fields() {}

  /**
   * The fourteen entrants of Axelrod's first tournament and random, from the first place to the
   * last (Axelrod 1980, Effective choice in the prisoner's dilemma, table 1).
   */
  public static Field firstTournament() {
    return new Field(
        "first-tournament",
        "Axelrod 1980, in the order of their places",
        List.of(
            "tit-for-tat",
            "first-by-tideman-and-chieruzzi",
            "first-by-nydegger",
            "first-by-grofman",
            "first-by-shubik",
            "first-by-stein-and-rapoport",
            "grim-trigger",
            "first-by-davis",
            "first-by-graaskamp",
            "first-by-downing",
            "first-by-feld",
            "first-by-joss",
            "first-by-tullock",
            "first-by-anonymous",
            "random"));
  }

  /**
   * Those of the 63 entrants of Axelrod's second tournament whose programs are documented, from the
   * best place to the worst (Axelrod 1980b, More effective choice in the prisoner's dilemma).
   */
  public static Field secondTournament() {
    return new Field(
        "second-tournament",
        "Axelrod 1980b, the documented ones of 63, in the order of their places",
        List.of(
            "tit-for-tat",
            "second-by-champion",
            "second-by-borufsen",
            "second-by-cave",
            "second-by-wm-adams",
            "second-by-graaskamp-katzen",
            "second-by-weiner",
            "second-by-harrington",
            "second-by-tideman-and-chieruzzi",
            "second-by-kluepfel",
            "second-by-getzler",
            "second-by-leyvraz",
            "second-by-white",
            "second-by-eatherley",
            "second-by-black",
            "second-by-richard-hufford",
            "second-by-yamachi",
            "second-by-colbert",
            "second-by-mikkelson",
            "second-by-rowsam",
            "second-by-appold",
            "tit-for-two-tats",
            "second-by-tranquilizer",
            "second-by-grofman",
            "revised-downing",
            "second-by-gladstein",
            "random"));
  }

  /** The six by which Dal Bo & Frechette 2011 tell the play of people apart. */
  public static Field dalBoAndFrechette() {
    return new Field(
        "dal-bo-frechette",
        "Dal Bo & Frechette 2011, table 7",
        List.of(
            "always-defect",
            "always-cooperate",
            "memory-one-grim",
            "tit-for-tat",
            "win-stay-lose-shift",
            "t-2"));
  }

  /** The twenty of Fudenberg, Rand & Dreber 2012, table 2. */
  public static Field fudenbergRandAndDreber() {
    return new Field(
        "fudenberg-rand-dreber",
        "Fudenberg, Rand & Dreber 2012, table 2",
        List.of(
            "always-cooperate",
            "tit-for-tat",
            "tit-for-two-tats",
            "tit-for-three-tats",
            "two-tits-for-tat",
            "hard-tit-for-2-tats",
            "t-2",
            "memory-one-grim",
            "lenient-grim-2",
            "lenient-grim-3",
            "win-stay-lose-shift",
            "win-stay-lose-shift-2",
            "always-defect",
            "false-cooperator",
            "suspicious-tit-for-tat",
            "exploitive-tit-for-two-tats",
            "exploitive-tit-for-three-tats",
            "exploitive-grim-2",
            "exploitive-grim-3",
            "cycler-dc"));
  }

  /** Every field, the historical ones first. */
  public static List<Field> all() {
    return List.of(
        firstTournament(),
        secondTournament(),
        dalBoAndFrechette(),
        fudenbergRandAndDreber(),
        of("all", "every strategy that plays without parameters", _ -> true),
        of("deterministic", "those that draw nothing", card -> !card.stochastic()),
        of("stochastic", "those that draw some of their moves", StrategyCard::stochastic),
        of("memory-one", "those that look at most one round back", Fields::looksOneRoundBack));
  }

  /**
   * The field of this name, without regard to case, spaces and punctuation.
   *
   * @throws EthogramException {@code INVALID_DATA} with the nearest name when there is none
   */
  public static Field named(String name) {
    return all().stream()
        .filter(field -> Suggestion.plain(field.name()).equals(Suggestion.plain(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new EthogramException(
                    ErrorCode.INVALID_DATA,
                    "field '" + name + "'",
                    "no field of this name",
                    Suggestion.remedy(name, all().stream().map(Field::name).toList())));
  }

  /** A list of strategies parted by commas, its fields replaced by their members. */
  public static String expanded(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(
            name ->
                all().stream()
                    .filter(field -> Suggestion.plain(field.name()).equals(Suggestion.plain(name)))
                    .findFirst()
                    .map(field -> String.join(",", field.members()))
                    .orElse(name))
        .collect(Collectors.joining(","));
  }

  private static boolean looksOneRoundBack(StrategyCard card) {
    return card.memory().isPresent() && card.memory().getAsInt() <= 1;
  }

  private static Field of(String name, String source, Predicate<StrategyCard> belongs) {
    return new Field(
        name,
        source,
        Strategies.cards().stream()
            .filter(card -> !card.needsParameters())
            .filter(belongs)
            .map(StrategyCard::name)
            .toList());
  }
}
