package org.ethogram.games.populations.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.games.populations.PopulationGame;

/** States from which to look at a game. */
final class States {
  private static final int FACES_OF = 10;
  private static final int MOST = 4096;

  private States() {}

  /** All states in which each population is of one type. */
  static List<double[][]> vertices(PopulationGame game) {
    List<List<double[]>> choices = new ArrayList<>();
    for (int population = 0; population < game.populations(); population++) {
      int size = game.types(population).size();
      List<double[]> vertices = new ArrayList<>();
      for (int type = 0; type < size; type++) {
        double[] vertex = new double[size];
        vertex[type] = 1;
        vertices.add(vertex);
      }
      choices.add(vertices);
    }
    return products(choices);
  }

  /**
   * The centres of all faces of the simplices; where they would be too many, their vertices and the
   * centre of all.
   */
  static List<double[][]> centres(PopulationGame game) {
    List<List<double[]>> choices = new ArrayList<>();
    double count = 1;
    for (int population = 0; population < game.populations(); population++) {
      int size = game.types(population).size();
      List<double[]> centres = new ArrayList<>();
      for (int face = 1; size <= FACES_OF && face < 1 << size; face++) {
        centres.add(centre(face, size));
      }
      choices.add(centres);
      count *= centres.size();
    }
    if (count > 0 && count <= MOST) {
      return products(choices);
    }
    List<double[][]> few = new ArrayList<>(vertices(game));
    few.add(game.evenShares());
    return few;
  }

  /** A state drawn evenly from all. */
  static double[][] drawn(PopulationGame game, RandomGenerator random) {
    double[][] state = new double[game.populations()][];
    for (int population = 0; population < state.length; population++) {
      state[population] = new double[game.types(population).size()];
      for (int type = 0; type < state[population].length; type++) {
        state[population][type] = random.nextExponential();
      }
    }
    return Shares.normalised(state);
  }

  private static double[] centre(int face, int size) {
    double[] centre = new double[size];
    for (int type = 0; type < size; type++) {
      centre[type] = (face >> type & 1) == 0 ? 0 : 1.0 / Integer.bitCount(face);
    }
    return centre;
  }

  private static List<double[][]> products(List<List<double[]>> choices) {
    List<double[][]> products = new ArrayList<>();
    products.add(new double[0][]);
    for (List<double[]> ofPopulation : choices) {
      List<double[][]> longer = new ArrayList<>();
      for (double[][] begun : products) {
        for (double[] next : ofPopulation) {
          double[][] state = Arrays.copyOf(begun, begun.length + 1);
          state[begun.length] = next;
          longer.add(state);
        }
      }
      products = longer;
    }
    return products;
  }
}
