package org.ethogram.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.ethogram.core.EthogramException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetFileTest {
  @TempDir private Path folder;

  private Dataset read(String name, String text) throws IOException {
    return DatasetFile.read(Files.writeString(folder.resolve(name), text));
  }

  @Test
  void separatedValuesKeepQuotesAndTheLinesOfTheirRows() throws IOException {
    Dataset dataset =
        read(
            "losses.csv",
            "\uFEFFmodel, note,loss\r\na,\"two,\nlines \"\"here\"\"\",1.5\r\n\r\nb,,2\r\n");
    assertThat(dataset.columns()).containsExactly("model", "note", "loss");
    assertThat(dataset.rows())
        .containsExactly(
            new Dataset.Row(2, List.of("a", "two,\nlines \"here\"", "1.5")),
            new Dataset.Row(5, List.of("b", "", "2")));
    assertThat(dataset.place(dataset.rows().getLast(), "loss"))
        .endsWith("losses.csv:5, column loss");
  }

  @Test
  void tabsSeparateToo() throws IOException {
    assertThat(read("a.tsv", "x\ty\n1\t2,5\n").rows().getFirst().cells())
        .containsExactly("1", "2,5");
  }

  @Test
  void jsonLinesMayLackKeysAndNestThem() throws IOException {
    Dataset dataset =
        read("a.jsonl", "{\"n\": 1e6, \"fit\": {\"loss\": 2.5}}\n\n{\"n\": 2, \"tag\": null}\n");
    assertThat(dataset.columns()).containsExactly("n", "fit.loss", "tag");
    assertThat(dataset.rows().get(0).cells().get(1)).isEqualTo("2.5");
    assertThat(Cells.number(dataset.rows().get(0).cells().get(0))).hasValue(1e6);
    assertThat(dataset.rows().get(1)).isEqualTo(new Dataset.Row(3, List.of("2", "", "")));
  }

  @Test
  void parquetIsReadWithItsNumbersInFull() throws SQLException {
    Path file = folder.resolve("o'dd name.parquet");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute(
          "COPY (SELECT 'a' AS model, CAST(0.1 AS DOUBLE) AS loss, NULL AS note UNION ALL"
              + " SELECT 'b', 1e300, 'x' ORDER BY model) TO '"
              + file.toString().replace("'", "''")
              + "' (FORMAT parquet)");
    }
    Dataset dataset = DatasetFile.read(file);
    assertThat(dataset.columns()).containsExactly("model", "loss", "note");
    assertThat(dataset.rows().get(0).cells()).containsExactly("a", "0.1", "");
    assertThat(Cells.number(dataset.rows().get(1).cells().get(1))).hasValue(1e300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.csv   | x,x\\n1,2          | two columns are named 'x'
          a.csv   | x,y\\n1            | :2: 1 cells under 2 columns
          a.csv   | x,y                | no row
          a.csv   | ''                 | no row
          a.jsonl | {"x": 1}\\n[2]     | :2: no JSON object
          a.jsonl | {"x": 1, "x": 2}   | :1: no JSON object
          a.xlsx  | x                  | no table that can be read
          a.parquet | PAR              | no Parquet table
          """)
  void whatIsNoTableIsRefusedWithItsPlace(String name, String text, String message) {
    assertThatThrownBy(() -> read(name, text.replace("\\n", "\n")))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(message);
  }

  @Test
  void filesThatCannotBeReadSaySo() throws IOException {
    assertThatThrownBy(() -> DatasetFile.read(folder.resolve("none.csv")))
        .hasMessageContaining("no such file");
    Files.createDirectory(folder.resolve("folder.csv"));
    assertThatThrownBy(() -> DatasetFile.read(folder.resolve("folder.csv")))
        .hasMessageContaining("a folder");
    Files.write(folder.resolve("latin.csv"), "x\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> DatasetFile.read(folder.resolve("latin.csv")))
        .hasMessageContaining("no UTF-8");
  }

  @Test
  void conditionsCompareNumbersAsNumbersAndTextAsText() throws IOException {
    Dataset dataset = read("a.csv", "step,metric\n0,acc\n1000,acc\n2e3,ppl\n,acc\n");
    assertThat(kept(dataset, "step>=1000")).isEqualTo(2);
    assertThat(kept(dataset, "step = 2000")).isEqualTo(1);
    assertThat(kept(dataset, "metric=acc")).isEqualTo(3);
    assertThat(kept(dataset, "metric!=acc")).isEqualTo(1);
    assertThat(kept(dataset, "step<1000")).isEqualTo(1);
    assertThatThrownBy(() -> kept(dataset, "metric>3"))
        .hasMessageContaining("a.csv:2, column metric")
        .hasMessageContaining("'acc' is no number");
    assertThatThrownBy(() -> kept(dataset, "stepp>3")).hasMessageContaining("Did you mean 'step'");
    assertThatThrownBy(() -> Condition.parse("step")).hasMessageContaining("step>=1000");
  }

  private static int kept(Dataset dataset, String condition) {
    return dataset.where(Condition.parse(condition).on(dataset)).rows().size();
  }

  @Test
  void joinedRowsStandBesideTheirPartner() throws IOException {
    Dataset losses = read("a.csv", "model,loss\na,1\nb,2\nc,3\n");
    Dataset joined = losses.joined(read("b.csv", "n,model\n10,b\n20,a\n"), "model");
    assertThat(joined.columns()).containsExactly("model", "loss", "n");
    assertThat(joined.rows()).extracting(row -> row.cells().get(2)).containsExactly("20", "10", "");
    Dataset twice = read("c.csv", "n,model\n10,b\n20,b\n");
    assertThatThrownBy(() -> losses.joined(twice, "model")).hasMessageContaining("'b' stands");
  }

  @ParameterizedTest
  @CsvSource({"1e6,true", "-.5,true", "1d,false", "0x10,false", "'1,5',false", "+3.,true"})
  void numbersAreThoseThatTablesMean(String cell, boolean number) {
    assertThat(Cells.number(cell).isPresent()).isEqualTo(number);
  }
}
