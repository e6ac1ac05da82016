package org.ethogram.stats.estimates;

import org.ethogram.core.Ratio;

/**
 * A ratio and the cluster that its error is shared with, such as a prompt variant.
 *
 * @param cluster observations of one cluster may depend on each other; clusters do not
 */
public record ClusteredRatio(String cluster, Ratio ratio) {}
