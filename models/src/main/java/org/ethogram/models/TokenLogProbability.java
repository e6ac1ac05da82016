package org.ethogram.models;

/**
 * @param text the token's text, where it is a whole piece of text
 * @param logProbability natural logarithm, at most 0
 */
public record TokenLogProbability(String text, double logProbability) {}
