/**
 * Benchmarks: what growing, playing and starting cost. Run them with {@code bench/run}.
 *
 * <p>Not null-marked: JMH fills the fields.
 */
package org.ethogram.bench;
