package org.ethogram.cli.games;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.strategies.StrategyCard;

/** The reference page of all strategies, in Markdown. */
final class StrategyPage {
  private StrategyPage() {}

  static String text() {
    List<String> lines = new ArrayList<>();
    List<StrategyCard> cards =
        Strategies.cards().stream().sorted(Comparator.comparing(StrategyCard::name)).toList();
    long stochastic = cards.stream().filter(StrategyCard::stochastic).count();
    lines.add("# Strategies");
    lines.add("");
    lines.add(
        "The "
            + cards.size()
            + " strategies of the library, "
            + stochastic
            + " of which draw their moves. Names are read without regard to case, spaces and"
            + " punctuation. *Memory* is how many rounds back a strategy looks, *all* where the"
            + " whole match counts (`null` in the objects of `ethogram games strategies --json`)."
            + " *Knows* is what it needs beside the moves: the length of the match (where it is"
            + " announced) or the game's payoffs. No strategy inspects its opponent. `ethogram"
            + " games strategies NAME` shows how one plays.");
    lines.add("");
    lines.add(
        "This page is written by the code: `ethogram games strategies --markdown >"
            + " docs/reference/strategies.md` renews it.");
    lines.add("");
    lines.add("## With parameters");
    lines.add("");
    for (StrategyCard card : cards) {
      if (!card.parameters().isEmpty()) {
        lines.add("- `" + card.name() + "` " + written(card.parameters()));
      }
    }
    lines.add("");
    lines.add("## All");
    lines.add("");
    lines.add("| strategy | also known as | memory | draws | knows | source |");
    lines.add("|---|---|---|---|---|---|");
    for (StrategyCard card : cards) {
      lines.add(
          "| `%s` | %s | %s | %s | %s | %s |"
              .formatted(
                  card.name(),
                  written(String.join(", ", card.otherNames())),
                  StrategyFields.memory(card),
                  card.stochastic() ? "yes" : "",
                  StrategyFields.knows(card),
                  written(card.source())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String written(String text) {
    return text.replace("|", "\\|").replace("*", "\\*");
  }
}
