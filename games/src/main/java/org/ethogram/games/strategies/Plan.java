package org.ethogram.games.strategies;

/** Moves that a player has decided on and makes one by one, whatever happens meanwhile. */
final class Plan {
  private String moves = "";
  private int next;

  /**
   * @param coming letters C and D
   */
  void make(String coming) {
    moves = coming;
    next = 0;
  }

  boolean isPending() {
    return next < moves.length();
  }

  double move() {
    return Decider.move(moves.charAt(next++) == 'C');
  }
}
