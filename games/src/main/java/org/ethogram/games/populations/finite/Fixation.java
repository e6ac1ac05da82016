package org.ethogram.games.populations.finite;

/**
 * Whether a mutant takes over a well-mixed population of residents, exactly.
 *
 * @param population its mutation is not used
 * @param size at least 2
 */
public record Fixation(FinitePopulation population, int size) {
  public Fixation {
    FinitePopulation.checkedSize(size);
  }

  /** Under drift it is 1 / size. */
  public double probability(int mutant, int resident) {
    return TwoTypes.of(population, size, mutant, resident).fixation(1);
  }

  /**
   * Whether a mutant of constant fitness takes over a star whose leaves breed by birth and death
   * (Broom & Rychtar 2008): 1 over 1 + n / (n + r) sum_{j=1}^{n-1} ((n + r) / (r (n r + 1)))^j from
   * the centre and one leaf, weighted by where the first mutant stands.
   *
   * @param leaves n, at least 1
   * @param fitness r, that of the mutant where residents have 1, above 0
   */
  public static double onStar(int leaves, double fitness) {
    if (leaves < 1 || !(fitness > 0) || Double.isInfinite(fitness)) {
      throw FinitePopulation.invalid(
          leaves + " leaves and a fitness of " + fitness, "Give a leaf and a fitness above 0");
    }
    double ratio = (leaves + fitness) / (fitness * (leaves * fitness + 1));
    double sum = 0;
    double power = 1;
    for (int leaf = 1; leaf < leaves; leaf++) {
      power *= ratio;
      sum += power;
    }
    double centreAndLeaf = 1 / (1 + leaves / (leaves + fitness) * sum);
    double fromCentre = fitness / (fitness + leaves) * centreAndLeaf;
    double fromLeaf = leaves * fitness / (1 + leaves * fitness) * centreAndLeaf;
    return (fromCentre + leaves * fromLeaf) / (leaves + 1);
  }
}
