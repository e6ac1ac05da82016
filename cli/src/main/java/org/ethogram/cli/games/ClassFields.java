package org.ethogram.cli.games;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.classification.Efficiency;
import org.ethogram.games.classification.GameNumber;
import org.ethogram.games.classification.GameTraits;
import org.ethogram.games.classification.TwoByTwoClass;
import org.jspecify.annotations.Nullable;

/** What kind of game a game is, as fields of JSON. */
final class ClassFields {
  private ClassFields() {}

  /** Number, name, layer and family are absent for a game with ties. */
  static Map<String, Object> of(TwoByTwoClass found) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("strict", found.isStrict());
    found.number().ifPresent(number -> fields.putAll(of(number)));
    found.family().ifPresent(family -> fields.put("family", family.label()));
    fields.put("ordinally_symmetric", found.ordinal().isSymmetric());
    fields.put("ties", List.of(found.rowTies().label(), found.columnTies().label()));
    fields.put("ranks", List.of(found.ordinal().row(), found.ordinal().column()));
    if (!found.isStrict()) {
      fields.put("nearest", found.nearest().stream().map(GameNumber::digits).toList());
    }
    return fields;
  }

  static Map<String, Object> of(Game game, GameTraits traits) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("symmetric", traits.symmetric());
    traits
        .constantSum()
        .ifPresent(
            sum -> {
              fields.put("constant_sum", sum.toDouble());
              fields.put("zero_sum", sum.isZero());
            });
    fields.put("common_interest", traits.commonInterest());
    fields.put("exact_potential", traits.exactPotential());
    fields.put("improvements_end", traits.improvementsEnd());
    fields.put("dominant_actions", dominant(game, traits));
    fields.put("pure_equilibria", equilibria(game, traits));
    fields.put("social_dilemma", traits.socialDilemma());
    fields.put("deficient_equilibrium", traits.deficientEquilibrium());
    return fields;
  }

  private static Map<String, Object> of(GameNumber number) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", number.digits());
    fields.put("class_name", number.name());
    fields.put("layer", number.layer());
    fields.put("mirror_image", number.mirrored().digits());
    return fields;
  }

  /** For each seat the name of its dominant action, or null. */
  private static List<@Nullable String> dominant(Game game, GameTraits traits) {
    List<@Nullable String> names = new ArrayList<>();
    for (int seat = 0; seat < game.seats(); seat++) {
      OptionalInt action = traits.dominant().get(seat);
      names.add(action.isPresent() ? game.actions(seat).get(action.getAsInt()) : null);
    }
    return names;
  }

  private static List<Map<String, Object>> equilibria(Game game, GameTraits traits) {
    List<Integer> seats = IntStream.range(0, game.seats()).boxed().toList();
    return traits.equilibria().stream()
        .map(
            profile -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put(
                  "actions",
                  seats.stream().map(seat -> game.actions(seat).get(profile[seat])).toList());
              fields.put(
                  "payoffs", seats.stream().map(seat -> game.payoff(seat, profile)).toList());
              fields.put("efficient", Efficiency.isEfficient(game, profile));
              return fields;
            })
        .toList();
  }
}
