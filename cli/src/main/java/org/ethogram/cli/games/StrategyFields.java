package org.ethogram.cli.games;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ethogram.games.strategies.StrategyCard;
import org.ethogram.report.tables.Table;
import org.jspecify.annotations.Nullable;

/** What is known of strategies, as fields of JSON and as rows. */
final class StrategyFields {
  private StrategyFields() {}

  /**
   * {@code names} holds the standard name and the others; {@code memory} is null where the whole
   * match counts. No strategy looks into its opponent, so {@code inspects} is always false.
   */
  static Map<String, @Nullable Object> of(StrategyCard card) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", card.name());
    fields.put("names", names(card));
    fields.put("source", card.source());
    fields.put("stochastic", card.stochastic());
    fields.put("memory", card.memory().isPresent() ? card.memory().getAsInt() : null);
    fields.put("uses_horizon", card.usesHorizon());
    fields.put("uses_payoffs", card.usesPayoffs());
    fields.put("inspects", false);
    fields.put("parameters", card.parameters());
    fields.put("needs_parameters", card.needsParameters());
    return fields;
  }

  static Table table(List<StrategyCard> cards) {
    return new Table(
        "Strategies",
        "",
        List.of("strategy", "memory", "chance", "knows", "source"),
        cards.stream().map(StrategyFields::row).toList());
  }

  static String memory(StrategyCard card) {
    return card.memory().isPresent() ? Integer.toString(card.memory().getAsInt()) : "all";
  }

  /** What the strategy needs to know beside the moves. */
  static String knows(StrategyCard card) {
    return (card.usesHorizon() ? "length" : "")
        + (card.usesHorizon() && card.usesPayoffs() ? ", " : "")
        + (card.usesPayoffs() ? "payoffs" : "");
  }

  private static List<Table.Cell> row(StrategyCard card) {
    return List.of(
        Table.Cell.code(card.name() + (card.needsParameters() ? "(...)" : "")),
        Table.Cell.number(memory(card)),
        Table.Cell.words(card.stochastic() ? "draws" : ""),
        Table.Cell.words(knows(card)),
        Table.Cell.words(card.source()));
  }

  private static List<String> names(StrategyCard card) {
    return Stream.concat(Stream.of(card.name()), card.otherNames().stream()).toList();
  }
}
