package org.ethogram.games.telling;

/**
 * A piece of a told game. The space before a word belongs to the word, as tokenizers have it.
 *
 * @param part what it is, by which a corpus can weigh it
 */
public record Fragment(Part part, String text) {}
