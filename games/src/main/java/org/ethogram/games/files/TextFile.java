package org.ethogram.games.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** Files of UTF-8 text, without the byte order mark that some editors write. */
public final class TextFile {
  private TextFile() {}

  /**
   * @throws EthogramException {@code FILE_ACCESS} when the file cannot be read, {@code
   *     INVALID_DATA} when it is no UTF-8 text
   */
  public static String read(String file) {
    try {
      String text = Files.readString(Path.of(file));
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, file, "the file is no UTF-8 text", "Save it as UTF-8", e);
    } catch (InvalidPathException e) {
      throw inaccessible(file, "there is no such file", "Check its name", e);
    } catch (IOException e) {
      throw because(file, e);
    }
  }

  private static EthogramException because(String file, IOException cause) {
    if (Files.isDirectory(Path.of(file))) {
      return inaccessible(file, "this is a folder", "Name a file", cause);
    }
    return Files.exists(Path.of(file))
        ? inaccessible(file, "the file cannot be read", "Check its rights", cause)
        : inaccessible(file, "there is no such file", "Check its name", cause);
  }

  private static EthogramException inaccessible(
      String file, String problem, String remedy, Exception cause) {
    return new EthogramException(ErrorCode.FILE_ACCESS, file, problem, remedy, cause);
  }

  /** Its lines, with the same errors. */
  public static List<String> lines(String file) {
    return read(file).lines().toList();
  }
}
