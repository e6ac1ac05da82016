package org.ethogram.games.formats;

import java.util.Locale;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.files.TextFile;

/** A game as a user names it: by the catalogue, or by a file. */
public final class GameSource {
  private GameSource() {}

  /**
   * @param source a name of the catalogue such as {@code chicken} or {@code donation(b=3,c=1)}, or
   *     a file that ends in .nfg, .yaml or .yml
   * @throws EthogramException {@code INVALID_DATA} for an unknown name or a damaged file, {@code
   *     FILE_ACCESS} for a file that cannot be read
   */
  public static Game read(String source) {
    String name = source.toLowerCase(Locale.ROOT);
    if (name.endsWith(".nfg")) {
      return NfgFormat.read(source, TextFile.read(source));
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return YamlFormat.read(source, TextFile.read(source));
    }
    return Catalogue.named(source);
  }
}
