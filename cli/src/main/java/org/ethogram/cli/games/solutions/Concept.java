package org.ethogram.cli.games.solutions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;

/** What a game can be solved for. */
public enum Concept {
  NASH,
  PURE,
  MIXED,
  DOMINANCE,
  MINIMAX,
  CORRELATED,
  COARSE_CORRELATED,
  QRE,
  NASH_AVERAGING,
  ESS,
  SELECTION,
  POTENTIAL;

  private static final String ALL = "all";
  private static final Set<Concept> USUAL = Set.of(NASH, DOMINANCE, MINIMAX);

  /** The name on the command line and in JSON. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param names as they were typed; {@code all} stands for each concept once, none for the usual
   * @throws EthogramException {@code USAGE} for an unknown name
   */
  public static Set<Concept> named(List<String> names) {
    Set<Concept> concepts = new LinkedHashSet<>();
    for (String name : names) {
      if (Suggestion.plain(name).equals(ALL)) {
        concepts.addAll(Arrays.asList(values()));
        // Nash equilibria hold the pure and the mixed ones.
        concepts.remove(PURE);
        concepts.remove(MIXED);
      } else {
        concepts.add(named(name));
      }
    }
    if (concepts.isEmpty()) {
      Arrays.stream(values()).filter(USUAL::contains).forEach(concepts::add);
    }
    return concepts;
  }

  private static Concept named(String name) {
    return Arrays.stream(values())
        .filter(concept -> Suggestion.plain(concept.label()).equals(Suggestion.plain(name)))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = new ArrayList<>(List.of(ALL));
              Arrays.stream(values()).map(Concept::label).forEach(known::add);
              return new EthogramException(
                  ErrorCode.USAGE,
                  "--concept " + name,
                  "no solution concept of this name",
                  Suggestion.remedy(name, known));
            });
  }
}
