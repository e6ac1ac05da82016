package org.ethogram.stats.laws.rates;

import org.ethogram.stats.Estimate;

/**
 * What the quadratic shape says about a turning point.
 *
 * @param curvature per squared decade, on the link's scale; positive for a U
 * @param turningPoint where the slope is 0, in the unit of x; it may lie outside the observed range
 * @param pValue of the test that the slope has opposite signs at both ends of the observed range
 *     (Lind and Mehlum 2010, "With or without U?"): the larger of its two one-sided p-values
 */
public record Bend(Estimate curvature, double turningPoint, double pValue) {}
