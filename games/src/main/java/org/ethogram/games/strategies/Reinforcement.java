package org.ethogram.games.strategies;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies that do more often what has paid, and those that derive what the other will do. */
final class Reinforcement {
  private static final String PALMER = "Geraint Palmer (Axelrod library)";

  private Reinforcement() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("bush-mosteller", "Izquierdo & Izquierdo 2008")
            .stochastic()
            .usesPayoffs(payoffs -> new BushMosteller(payoffs)),
        qLearner("risky-q-learner", 0.9, 0.9),
        qLearner("arrogant-q-learner", 0.9, 0.1),
        qLearner("hesitant-q-learner", 0.1, 0.9),
        qLearner("cautious-q-learner", 0.1, 0.1),
        adaptor("adaptor-brief", new Adaptor(-1.001505, 0.992107, -0.638734)),
        adaptor("adaptor-long", new Adaptor(1.888159, 1.858883, -0.995703)),
        Draft.of("derived-belief", "Au & Nau 2006")
            .also("dbs", "derived-belief-strategy")
            .usesPayoffs(payoffs -> new DerivedBelief(payoffs)));
  }

  private static Entry qLearner(String name, double learningRate, double discount) {
    return Draft.of(name, PALMER)
        .stochastic()
        .usesPayoffs(payoffs -> new QLearner(payoffs, learningRate, discount));
  }

  private static Entry adaptor(String name, Adaptor adaptor) {
    return Draft.of(name, "Hauert & Stenull 2002").stochastic().keepsState(adaptor::decider);
  }
}
