package org.ethogram.stats.estimates;

/**
 * The score of one item, such as a question.
 *
 * @param cluster items of one cluster may depend on each other; the item itself where they do not
 */
public record ScoredItem(String item, String cluster, double score) {}
