package org.ethogram.lab.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** Tables in Parquet files, read by DuckDB in memory. */
final class ParquetTable {
  private ParquetTable() {}

  static Dataset read(Path file) {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        PreparedStatement query = database.prepareStatement("SELECT * FROM read_parquet(?)")) {
      query.setString(1, file.toString());
      try (ResultSet result = query.executeQuery()) {
        return dataset(file, result);
      }
    } catch (SQLException e) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          file.toString(),
          "no Parquet table",
          "Write it again, or give it as .csv",
          e);
    }
  }

  private static Dataset dataset(Path file, ResultSet result) throws SQLException {
    ResultSetMetaData head = result.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= head.getColumnCount(); column++) {
      columns.add(head.getColumnName(column));
    }
    List<Dataset.Row> rows = new ArrayList<>();
    while (result.next()) {
      List<String> cells = new ArrayList<>();
      for (int column = 1; column <= columns.size(); column++) {
        Object value = result.getObject(column);
        cells.add(value == null ? "" : value.toString());
      }
      rows.add(new Dataset.Row(rows.size() + 1, cells));
    }
    return new Dataset(file.toString(), columns, rows);
  }
}
