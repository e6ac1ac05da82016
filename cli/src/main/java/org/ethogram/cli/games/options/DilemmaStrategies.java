package org.ethogram.cli.games.options;

import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Fields;
import org.ethogram.games.strategies.Strategies;

/** Strategies of cooperation and defection by their names. */
public final class DilemmaStrategies {
  private DilemmaStrategies() {}

  public static DilemmaStrategy named(String name) {
    return dilemma(Strategies.named(name));
  }

  /** Strategies and fields, parted by commas. */
  public static List<DilemmaStrategy> list(String names) {
    return Strategies.list(Fields.expanded(names)).stream()
        .map(DilemmaStrategies::dilemma)
        .toList();
  }

  public static DilemmaStrategy dilemma(Strategy strategy) {
    if (strategy instanceof DilemmaStrategy dilemma) {
      return dilemma;
    }
    throw new EthogramException(
        ErrorCode.INVALID_DATA,
        "strategy '" + strategy.name() + "'",
        "it is not told in cooperation and defection",
        "Choose another of 'ethogram games strategies'");
  }
}
