package org.ethogram.games.catalogue;

import java.util.Collections;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;

/**
 * The linear public goods game with all-or-nothing contributions (Ledyard 1995, Public goods: a
 * survey of experimental research).
 */
public final class PublicGoods {
  private static final int CONTRIBUTE = 0;

  private PublicGoods() {}

  /**
   * Everybody keeps the endowment or puts it into a pot, which is multiplied and shared equally.
   *
   * @param multiplier r; a dilemma where 1 < r < players
   * @param endowment what each can contribute, above 0
   */
  public static Game game(int players, double multiplier, double endowment) {
    String name = "public-goods-" + players + "-players";
    if (players < 2 || !(multiplier > 0) || !(endowment > 0)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "game '" + name + "'",
          "multiplier " + multiplier + " and endowment " + endowment,
          "Give at least two players, and a multiplier and an endowment above 0");
    }
    List<List<String>> actions = Collections.nCopies(players, List.of("contribute", "keep"));
    int profiles = 1 << players;
    double[][] payoffs = new double[players][profiles];
    for (int index = 0; index < profiles; index++) {
      int keepers = Integer.bitCount(index);
      double share = multiplier * endowment * (players - keepers) / players;
      for (int seat = 0; seat < players; seat++) {
        int action = (index >> (players - 1 - seat)) & 1;
        payoffs[seat][index] = share + (action == CONTRIBUTE ? 0 : endowment);
      }
    }
    return Game.of(name, actions, payoffs);
  }
}
