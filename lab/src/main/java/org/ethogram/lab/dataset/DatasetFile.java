package org.ethogram.lab.dataset;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** Reads a table by the ending of its file's name. */
public final class DatasetFile {
  private DatasetFile() {}

  /**
   * @param file that ends in .csv, .tsv, .jsonl, .ndjson or .parquet
   * @throws EthogramException {@code FILE_ACCESS} for a file that cannot be read, {@code
   *     INVALID_DATA} for one that is no such table or holds no row
   */
  public static Dataset read(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    Dataset dataset = dataset(file, name.substring(name.lastIndexOf('.') + 1));
    if (dataset.rows().isEmpty()) {
      throw invalid(file, "no row", "Give a table with a head and at least one row");
    }
    return dataset;
  }

  private static Dataset dataset(Path file, String ending) {
    return switch (ending) {
      case "csv" -> SeparatedValues.read(file.toString(), text(file), ',');
      case "tsv" -> SeparatedValues.read(file.toString(), text(file), '\t');
      case "jsonl", "ndjson" -> JsonLinesTable.read(file.toString(), text(file));
      case "parquet" -> {
        requireFile(file);
        yield ParquetTable.read(file);
      }
      default ->
          throw invalid(
              file,
              "no table that can be read",
              "Give a file that ends in .csv, .tsv, .jsonl, .ndjson or .parquet");
    };
  }

  private static String text(Path file) {
    requireFile(file);
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, file.toString(), "no UTF-8 text", "Save it as UTF-8", e);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS, file.toString(), "cannot be read", "Check its rights", e);
    }
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          Files.isDirectory(file) ? "a folder, not a file" : "no such file",
          "Check the name");
    }
  }

  private static EthogramException invalid(Path file, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, file.toString(), problem, remedy);
  }
}
