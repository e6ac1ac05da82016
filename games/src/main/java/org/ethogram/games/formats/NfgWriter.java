package org.ethogram.games.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.games.Game;

/** Writes a game as .nfg: title, players, actions, then payoffs or outcomes. */
final class NfgWriter {
  private final Game game;

  NfgWriter(Game game) {
    this.game = game;
  }

  String text(NfgForm form) {
    String players =
        IntStream.rangeClosed(1, game.seats())
            .mapToObj(seat -> quoted("Player " + seat))
            .collect(Collectors.joining(" "));
    String actions =
        IntStream.range(0, game.seats())
            .mapToObj(this::actions)
            .collect(Collectors.joining("\n  "));
    return "NFG 1 R "
        + quoted(game.name())
        + " { "
        + players
        + " }\n\n{ "
        + actions
        + "\n}\n\n"
        + (form == NfgForm.PAYOFF ? payoffs() : outcomes());
  }

  private String actions(int seat) {
    return game.actions(seat).stream()
        .map(NfgWriter::quoted)
        .collect(Collectors.joining(" ", "{ ", " }"));
  }

  private String payoffs() {
    return firstPlayerFastest().stream()
        .map(profile -> String.join(" ", worth(profile)) + "\n")
        .collect(Collectors.joining());
  }

  private String outcomes() {
    Map<List<String>, Integer> outcomes = new LinkedHashMap<>();
    List<String> numbers = new ArrayList<>();
    for (int[] profile : firstPlayerFastest()) {
      List<String> worth = worth(profile);
      outcomes.putIfAbsent(worth, outcomes.size() + 1);
      numbers.add(String.valueOf(outcomes.get(worth)));
    }
    return outcomes.keySet().stream()
            .map(worth -> "{ \"\" " + String.join(", ", worth) + " }\n")
            .collect(Collectors.joining("", "{\n", "}\n"))
        + String.join(" ", numbers)
        + "\n";
  }

  private List<String> worth(int[] profile) {
    return IntStream.range(0, game.seats())
        .mapToObj(seat -> Decimal.fraction(game.payoff(seat, profile)))
        .toList();
  }

  private List<int[]> firstPlayerFastest() {
    return game.profiles().stream().sorted(lastSeatFirst()).toList();
  }

  private Comparator<int[]> lastSeatFirst() {
    Comparator<int[]> order = Comparator.comparingInt(profile -> profile[game.seats() - 1]);
    for (int seat = game.seats() - 2; seat >= 0; seat--) {
      int place = seat;
      order = order.thenComparingInt(profile -> profile[place]);
    }
    return order;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
