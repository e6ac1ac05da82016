package org.ethogram.stats.laws.rates;

import org.ethogram.core.Ratio;

/**
 * A rate at one model size and one amount of training.
 *
 * @param parameters N, above 0
 * @param tokens D, above 0; others are left out and counted
 * @param run what was trained once; its checkpoints are repeated measures
 * @param variant the prompt variant, shared by the runs
 */
public record JointRateObservation(
    double parameters, double tokens, Ratio ratio, String run, String variant) {}
