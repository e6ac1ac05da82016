package org.ethogram.lab.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** Tables of comma- or tab-separated values (RFC 4180), the names of the columns first. */
final class SeparatedValues {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SeparatedValues() {}

  static Dataset read(String source, String text, char separator) {
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    List<String> columns = List.of();
    List<Dataset.Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(content)) {
      for (CsvRecord one : records) {
        List<String> cells = one.getFields().stream().map(String::strip).toList();
        if (columns.isEmpty()) {
          columns = cells;
        } else {
          rows.add(new Dataset.Row(one.getStartingLineNumber(), cells));
        }
      }
    } catch (CsvParseException e) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          source,
          "no separated values: " + e.getMessage(),
          "Close every quote, and double those inside a cell",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the text is in memory
    }
    return new Dataset(source, columns, rows);
  }
}
