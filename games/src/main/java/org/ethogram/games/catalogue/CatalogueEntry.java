package org.ethogram.games.catalogue;

import org.ethogram.games.Game;

/**
 * A game of the catalogue.
 *
 * @param source where the game, and where its payoffs, come from
 */
public record CatalogueEntry(Game game, String source) {}
