package org.ethogram.games.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;

/** The games that have a name. */
public final class Catalogue {
  private static final Map<String, CatalogueEntry> CLASSICS = new LinkedHashMap<>();

  static {
    Classics.entries().forEach(entry -> CLASSICS.put(Suggestion.plain(entry.game().name()), entry));
  }

  private Catalogue() {}

  /** The classic games with their usual payoffs, in the order of their entry. */
  public static List<Game> games() {
    return CLASSICS.values().stream().map(CatalogueEntry::game).toList();
  }

  /** The 144 strict ordinal 2x2 games, by their numbers. */
  public static List<Game> ordinalGames() {
    return OrdinalGames.games();
  }

  /**
   * The game of this name, without regard to case, spaces and punctuation: a classic, a member of a
   * family such as {@code donation(b=3,c=1)}, or one of the 144 such as {@code
   * robinson-goforth:111}, {@code ordinal:chicken} or {@code chicken-battle}. Where a classic and
   * an ordinal game share a name, the plain name is the classic's.
   *
   * @throws EthogramException {@code INVALID_DATA} with the nearest name when there is none
   */
  public static Game named(String name) {
    GameExpression expression = new GameExpression(name);
    if (expression.isCall()) {
      return expression.game();
    }
    CatalogueEntry classic = CLASSICS.get(Suggestion.plain(name));
    return classic == null
        ? OrdinalGames.named(name).orElseThrow(() -> unknown(name))
        : classic.game();
  }

  /** Where a game of the catalogue comes from; empty for other games. */
  public static Optional<String> source(Game game) {
    CatalogueEntry classic = CLASSICS.get(Suggestion.plain(game.name()));
    if (classic != null && classic.game().equals(game)) {
      return Optional.of(classic.source());
    }
    if (OrdinalGames.named(game.name()).filter(game::equals).isPresent()) {
      return Optional.of(OrdinalGames.SOURCE);
    }
    return GameFamilies.families().stream()
        .filter(family -> isOf(family, game))
        .map(GameFamily::source)
        .findFirst();
  }

  private static boolean isOf(GameFamily family, Game game) {
    try {
      return game.name().startsWith(family.name() + "(")
          && new GameExpression(game.name()).game().equals(game);
    } catch (EthogramException e) {
      return false; // a game of its own under such a name
    }
  }

  private static EthogramException unknown(String name) {
    List<String> known = new ArrayList<>(games().stream().map(Game::name).toList());
    String all = String.join(", ", known);
    GameFamilies.families().forEach(family -> known.add(family.signature()));
    known.addAll(OrdinalGames.names());
    String remedy =
        OrdinalGames.remedy(name)
            .or(() -> Suggestion.nearest(name, known).map(near -> "Did you mean '" + near + "'"))
            .orElse("Choose one of " + all + ", or another that 'ethogram games list' shows");
    return new EthogramException(
        ErrorCode.INVALID_DATA, "game '" + name + "'", "no game of this name", remedy);
  }
}
