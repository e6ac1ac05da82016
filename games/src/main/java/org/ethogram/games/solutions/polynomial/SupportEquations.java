package org.ethogram.games.solutions.polynomial;

import static org.ethogram.games.solutions.polynomial.ComplexNumbers.addProduct;

import java.util.Arrays;
import java.util.List;
import org.ethogram.games.Game;

/**
 * The equations of an equilibrium in which everybody plays just the actions of a support: all
 * actions of a seat's support are worth the same.
 *
 * <p>The unknowns of a seat are homogeneous: weights of which only the proportions count, so that
 * solutions at infinity are points like others. A linear form of each seat's weights is held at 1.
 */
final class SupportEquations {
  private final List<int[]> supports;
  private final int[] offsets;
  private final int unknowns;
  private final int[][] profiles;
  private final double[][] payoffs;

  /**
   * @param supports for each seat the actions that it plays
   */
  SupportEquations(Game game, List<int[]> supports) {
    this.supports = supports;
    this.offsets = new int[supports.size()];
    int count = 0;
    for (int seat = 0; seat < supports.size(); seat++) {
      offsets[seat] = count;
      count += supports.get(seat).length;
    }
    this.unknowns = count;
    this.profiles = places();
    this.payoffs = new double[supports.size()][];
    for (int seat = 0; seat < supports.size(); seat++) {
      payoffs[seat] = scaled(game, seat);
    }
  }

  int seats() {
    return supports.size();
  }

  int size(int seat) {
    return supports.get(seat).length;
  }

  /** Where the weights of the seat begin. */
  int offset(int seat) {
    return offsets[seat];
  }

  int unknowns() {
    return unknowns;
  }

  /**
   * The equations of indifference, seat after seat, one fewer than the support has actions; the
   * linear forms come after them, and are the business of the caller.
   *
   * @param values receives what the equations come to
   * @param derivatives receives a row an equation
   * @return how many equations there are
   */
  int evaluate(double[] weights, double[] values, double[][] derivatives) {
    double[] worth = new double[2 * unknowns];
    double[][] slopes = new double[unknowns][2 * unknowns];
    for (int index = 0; index < profiles.length; index++) {
      for (int seat = 0; seat < seats(); seat++) {
        add(index, seat, weights, worth, slopes);
      }
    }
    int row = 0;
    for (int seat = 0; seat < seats(); seat++) {
      int first = offsets[seat];
      for (int place = 1; place < size(seat); place++) {
        for (int part = 0; part < 2; part++) {
          values[2 * row + part] = worth[2 * (first + place) + part] - worth[2 * first + part];
        }
        for (int column = 0; column < 2 * unknowns; column++) {
          derivatives[row][column] = slopes[first + place][column] - slopes[first][column];
        }
        row++;
      }
    }
    return row;
  }

  /** Adds what one profile gives to the worth of the seat's action in it, and its slopes. */
  private void add(int index, int seat, double[] weights, double[] worth, double[][] slopes) {
    int[] places = profiles[index];
    double payoff = payoffs[seat][index];
    int own = offsets[seat] + places[seat];
    for (int except = 0; except < seats(); except++) {
      if (except != seat) {
        double real = 1;
        double imaginary = 0;
        for (int other = 0; other < seats(); other++) {
          if (other != seat && other != except) {
            int at = 2 * (offsets[other] + places[other]);
            double product = real * weights[at] - imaginary * weights[at + 1];
            imaginary = real * weights[at + 1] + imaginary * weights[at];
            real = product;
          }
        }
        int toward = offsets[except] + places[except];
        slopes[own][2 * toward] += payoff * real;
        slopes[own][2 * toward + 1] += payoff * imaginary;
        if (except == (seat == 0 ? 1 : 0)) {
          addProduct(worth, own, payoff, real, imaginary, weights, toward);
        }
      }
    }
  }

  /** All profiles of the supports, as places within them. */
  private int[][] places() {
    int count = supports.stream().mapToInt(support -> support.length).reduce(1, (a, b) -> a * b);
    int[][] places = new int[count][supports.size()];
    for (int index = 0; index < count; index++) {
      int rest = index;
      for (int seat = supports.size() - 1; seat >= 0; seat--) {
        places[index][seat] = rest % size(seat);
        rest /= size(seat);
      }
    }
    return places;
  }

  /** The seat's payoffs over the profiles, moved and stretched to lie between -1 and 1. */
  private double[] scaled(Game game, int seat) {
    double[] scaled = new double[profiles.length];
    for (int index = 0; index < scaled.length; index++) {
      int[] places = profiles[index];
      int[] profile = new int[seats()];
      Arrays.setAll(profile, other -> supports.get(other)[places[other]]);
      scaled[index] = game.payoff(seat, profile);
    }
    double low = Arrays.stream(scaled).min().orElseThrow();
    double high = Arrays.stream(scaled).max().orElseThrow();
    double range = high > low ? high - low : 1;
    return Arrays.stream(scaled).map(payoff -> (2 * payoff - low - high) / range).toArray();
  }
}
