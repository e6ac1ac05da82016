package org.ethogram.games.populations.finite;

/** How one step of a finite population goes. */
public enum UpdateRule {
  /**
   * A parent drawn by fitness has an offspring that takes the place of one drawn at random: of
   * anybody in a well-mixed population (Moran 1958), of a neighbour on a graph (Lieberman, Hauert &
   * Nowak 2005).
   */
  BIRTH_DEATH,
  /**
   * One drawn at random dies, and the others, on a graph its neighbours, compete for the place by
   * fitness (Ohtsuki, Hauert, Lieberman & Nowak 2006).
   */
  DEATH_BIRTH,
  /**
   * One drawn at random looks at another, on a graph at a neighbour, and takes its type with the
   * probability f_other / (f_own + f_other): the Fermi rule where selection is exponential (Szabo &
   * Toke 1998; Traulsen, Nowak & Pacheco 2006).
   */
  PAIRWISE_COMPARISON,
  /**
   * One drawn at random takes the type of whoever earns most, on a graph among its neighbours and
   * itself; it stays as it is where nobody earns more (Nowak & May 1992, one at a time).
   */
  IMITATE_BEST,
  /**
   * All die at once; each of the next generation has a parent drawn by fitness (Wright 1931; Imhof
   * & Nowak 2006). For well-mixed populations.
   */
  WRIGHT_FISHER
}
