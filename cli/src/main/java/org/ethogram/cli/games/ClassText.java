package org.ethogram.cli.games;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ethogram.games.Game;
import org.ethogram.games.classification.GameNumber;
import org.ethogram.games.classification.GameTraits;
import org.ethogram.games.classification.OrdinalGame;
import org.ethogram.games.classification.PayoffFamily;
import org.ethogram.games.classification.TwoByTwoClass;

/** What kind of game a game is, a line for each thing that can be said. */
final class ClassText {
  private static final int MOST_NEIGHBOURS = 8;

  private final Game game;
  private final GameTraits traits;
  private final List<String> lines = new ArrayList<>();

  ClassText(Game game, GameTraits traits) {
    this.game = game;
    this.traits = traits;
  }

  List<String> lines() {
    lines.clear();
    add("game", game.name());
    if (OrdinalGame.isTwoByTwo(game)) {
      addClass(TwoByTwoClass.of(game));
    }
    add("cooperate", GameFields.cooperate(game).orElse("n/a"));
    add("symmetric", traits.symmetric());
    add("constant sum", constantSum());
    add("common interest", traits.commonInterest());
    add("exact potential", traits.exactPotential());
    add("improvements end", traits.improvementsEnd());
    add("dominant actions", dominant());
    add("pure equilibria", String.valueOf(traits.equilibria().size()));
    traits.equilibria().forEach(profile -> add("", EquilibriumText.line(game, profile)));
    add("social dilemma", traits.socialDilemma());
    add("deficient equilibrium", traits.deficientEquilibrium());
    return List.copyOf(lines);
  }

  private void addClass(TwoByTwoClass found) {
    add("ranks", ranks(found.ordinal()));
    Optional<GameNumber> number = found.number();
    if (number.isPresent()) {
      add("number", number.get().digits() + " of Robinson & Goforth");
      add("name", number.get().name());
      add("layer", number.get().layer() + ", " + number.get().layerName());
      add(
          "mirror image",
          number.get().isSymmetric()
              ? "itself: ordinally symmetric"
              : GameFields.numberAndName(number.get().mirrored()));
    } else {
      add("number", "none: a game with ties is none of the 144");
      add(
          "ties",
          found.rowTies().label() + " of player 1, " + found.columnTies().label() + " of player 2");
      add("lies between", nearest(found.nearest()));
      add("ordinally symmetric", found.ordinal().isSymmetric());
    }
    add("family", found.family().map(PayoffFamily::label).orElse("n/a"));
  }

  private static String ranks(OrdinalGame ordinal) {
    List<String> cells = new ArrayList<>();
    for (int place = 0; place < 4; place++) {
      cells.add(ordinal.row().get(place) + "," + ordinal.column().get(place));
    }
    return cells.get(0) + " " + cells.get(1) + " | " + cells.get(2) + " " + cells.get(3);
  }

  private static String nearest(List<GameNumber> numbers) {
    String first =
        numbers.stream()
            .limit(MOST_NEIGHBOURS)
            .map(GameFields::numberAndName)
            .collect(Collectors.joining("; "));
    return numbers.size() > MOST_NEIGHBOURS
        ? first + "; and " + (numbers.size() - MOST_NEIGHBOURS) + " more (--json lists all)"
        : first;
  }

  private String constantSum() {
    return traits
        .constantSum()
        .map(sum -> sum.isZero() ? "0: zero-sum" : PayoffText.number(sum.toDouble()))
        .orElse("no");
  }

  private String dominant() {
    List<String> named = new ArrayList<>();
    for (int seat = 0; seat < game.seats(); seat++) {
      OptionalInt action = traits.dominant().get(seat);
      if (action.isPresent()) {
        named.add(game.actions(seat).get(action.getAsInt()) + " of player " + (seat + 1));
      }
    }
    return named.size()
        + " of "
        + game.seats()
        + (named.isEmpty() ? "" : ": " + String.join(", ", named));
  }

  private void add(String what, boolean holds) {
    add(what, holds ? "yes" : "no");
  }

  private void add(String what, String text) {
    lines.add(String.format(Locale.ROOT, "%-22s %s", what, text));
  }
}
