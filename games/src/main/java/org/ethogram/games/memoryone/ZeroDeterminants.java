package org.ethogram.games.memoryone;

import java.util.ArrayList;
import java.util.List;

/** The zero-determinant strategies and their kinds (Press & Dyson 2012). */
record ZeroDeterminants(LinearRelation relation, Setting setting) {
  private static final String PRESS_DYSON = "Press & Dyson 2012";
  private static final String STEWART_PLOTKIN = "Stewart & Plotkin 2013";

  List<Verdict> all() {
    return List.of(zeroDeterminant(), equalizer(), extortionate(), generous(), fair());
  }

  /** It enforces a linear relation between the payoffs, whoever the other is. */
  private Verdict zeroDeterminant() {
    return Verdict.of("zero-determinant", PRESS_DYSON, with());
  }

  /** It fixes the other's payoff. */
  private Verdict equalizer() {
    return Verdict.of(
        "equalizer",
        "Boerlijst, Nowak & Sigmund 1997",
        with(Condition.equal("own coefficient = 0", relation.own(), 0)));
  }

  /** Beyond P it takes more than the other gets. */
  private Verdict extortionate() {
    return shared("extortionate", PRESS_DYSON, "l = P", setting.payoffs().punishment());
  }

  /** Short of R it bears more of the loss than the other does. */
  private Verdict generous() {
    return shared("generous", STEWART_PLOTKIN, "l = R", setting.payoffs().reward());
  }

  /** Both payoffs are the same, or differ by a constant that the first moves make. */
  private Verdict fair() {
    return Verdict.of(
        "fair",
        PRESS_DYSON,
        with(Condition.equal("chi = 1", relation.own() + relation.other(), 0)));
  }

  private Verdict shared(String property, String source, String text, double payoff) {
    return Verdict.of(
        property,
        source,
        with(
            Condition.equal(
                text, relation.constant(), -payoff * (relation.own() + relation.other())),
            relation.own() == 0
                ? Condition.less("chi is finite", 0, -Math.abs(relation.other()))
                : Condition.less("chi > 1", 1, -relation.other() / relation.own())));
  }

  /** There is a relation, which says something of payoffs, and it is of this kind. */
  private List<Condition> with(Condition... kind) {
    List<Condition> conditions = new ArrayList<>(List.of(relates()));
    if (!relation.isEnforced()) {
      conditions.add(binds());
    }
    conditions.addAll(List.of(kind));
    return conditions;
  }

  private Condition relates() {
    return Condition.equal("pCC..pDD fit a relation of payoffs", relation.residual(), 0);
  }

  private Condition binds() {
    return Condition.less(
        "the relation binds", 0, Math.abs(relation.own()) + Math.abs(relation.other()));
  }
}
