package org.ethogram.stats.estimates;

import org.ethogram.core.Ratio;

/** A ratio that shares error in two ways, such as with its prompt variant and with its opponent. */
public record CrossedRatio(String first, String second, Ratio ratio) {}
