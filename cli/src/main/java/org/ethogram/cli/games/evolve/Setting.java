package org.ethogram.cli.games.evolve;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.networks.Graph;
import org.ethogram.games.populations.finite.UpdateRule;

/**
 * How populations are to evolve, as far as the user said.
 *
 * @param linear whether fitness is 1 - w + w payoff, not exp(w payoff)
 * @param start shares as written, such as {@code a=0.9,b=0.1}; empty for equal ones
 */
record Setting(
    Law law,
    OptionalInt population,
    OptionalDouble intensity,
    boolean linear,
    OptionalDouble mutation,
    double background,
    UpdateRule rule,
    Optional<Graph> graph,
    List<String> start,
    double time,
    OptionalLong steps,
    int runs,
    int resamples,
    Seed seed,
    Progress progress) {}
