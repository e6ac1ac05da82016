package org.ethogram.stats.laws.rates;

import java.util.OptionalDouble;
import org.ethogram.stats.Estimate;

/**
 * What the quadratic shape says about a turning point.
 *
 * @param curvature per squared decade, on the link's scale; positive for a U
 * @param turningPoint where the quadratic's slope is 0, in the unit of x; empty where that lies
 *     outside the observed range
 * @param pValue that the rate does not change its direction there, by two lines fitted apart on
 *     either side (Simonsohn 2018): the larger of their two one-sided p-values; 1 without a turning
 *     point or with fewer than two places on a side
 */
public record Bend(Estimate curvature, OptionalDouble turningPoint, double pValue) {}
