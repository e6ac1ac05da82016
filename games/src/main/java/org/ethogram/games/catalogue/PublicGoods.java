package org.ethogram.games.catalogue;

import java.util.Collections;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.PayoffRule;

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
    return PayoffRule.game(
        name,
        Collections.nCopies(players, List.of("contribute", "keep")),
        (seat, profile) -> {
          int contributors = SocialDilemmas.count(profile, CONTRIBUTE);
          double share = multiplier * endowment * contributors / players;
          return share + (profile[seat] == CONTRIBUTE ? 0 : endowment);
        });
  }
}
