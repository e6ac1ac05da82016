package org.ethogram.report.findings;

import org.ethogram.stats.laws.rates.JointRateTrend;

/**
 * What size and training each do to a measure at an equal amount of the other, over every
 * checkpoint.
 */
public record JointFinding(Measure measure, JointRateTrend trend) {}
