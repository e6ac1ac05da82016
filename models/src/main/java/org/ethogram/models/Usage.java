package org.ethogram.models;

/**
 * @param promptTokens tokens of the prompt
 * @param cachedTokens how many of those were found in a cache
 * @param completionTokens tokens written
 */
public record Usage(int promptTokens, int cachedTokens, int completionTokens) {}
