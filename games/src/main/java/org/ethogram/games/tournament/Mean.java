package org.ethogram.games.tournament;

import java.util.OptionalDouble;

/**
 * A mean over matches or repetitions.
 *
 * @param count how many values it is of, at least 1
 * @param standardError of the mean; empty for a single value, 0 where nothing was left to chance
 */
public record Mean(long count, double value, OptionalDouble standardError) {}
