package org.ethogram.stats.laws.rates;

import org.ethogram.core.Ratio;

/**
 * A rate at one point of an axis.
 *
 * @param x parameters, tokens or steps, in their own unit
 * @param ratio an undefined one is left out and counted
 * @param run what was trained once: a model of one family, size and seed; its checkpoints are
 *     repeated measures
 * @param variant the prompt variant, shared by the runs; one name throughout where there is one
 */
public record RateObservation(double x, Ratio ratio, String run, String variant) {}
