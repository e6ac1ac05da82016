package org.ethogram.games.formats;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;

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
      return NfgFormat.read(source, text(source));
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return YamlFormat.read(source, text(source));
    }
    return Catalogue.named(source);
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (CharacterCodingException e) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, file, "the file is no UTF-8 text", "Save it as UTF-8", e);
    } catch (IOException | InvalidPathException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS, file, "the file cannot be read", "Check its name and rights", e);
    }
  }
}
