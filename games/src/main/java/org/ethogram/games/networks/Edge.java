package org.ethogram.games.networks;

/** Two nodes of a graph that are neighbours; the order says nothing. */
public record Edge(int one, int other) {}
