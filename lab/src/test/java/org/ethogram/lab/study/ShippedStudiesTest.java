package org.ethogram.lab.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedStudiesTest {
  private static final String ORGANISMS =
      "\n  - {organisms: default, steps: [0, 500, 1000, 3000, 3500, 4500, 5500, 6500]}\n";

  private static final Path STUDIES = Path.of("..", "studies");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"cooperation.yaml", "smoke.yaml"})
  void theyAreReadAndFitTheSchemaForEditors(String name) throws IOException {
    Path file = STUDIES.resolve(name);
    Study study = read(file);
    assertThat(name).startsWith(study.name());
    assertThat(study.evaluations()).isNotEmpty();
    assertThat(schema().validate(Files.readString(file), InputFormat.YAML)).isEmpty();
  }

  @Test
  void theSchemaKnowsNoOtherKeysThanTheReader() throws IOException {
    String text = Files.readString(STUDIES.resolve("smoke.yaml"));
    assertThat(schema().validate(text.replace("rounds: 2", "ronds: 2"), InputFormat.YAML))
        .isNotEmpty();
    assertThat(schema().validate(text.replace("steps:", "stepz:"), InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void theDefaultStudyTurnsToAFolderByOneLine() throws IOException {
    Files.createDirectories(folder.resolve("checkpoint"));
    String text = Files.readString(STUDIES.resolve("cooperation.yaml"));
    assertThat(text).containsOnlyOnce(ORGANISMS);
    Path changed =
        Files.writeString(
            folder.resolve("mine.yaml"), text.replace(ORGANISMS, "\n  - folder: checkpoint\n"));
    assertThat(read(changed).subjects()).hasSize(1);
  }

  private static Study read(Path file) {
    return new StudyFile(Vocabulary.standard()).read(file, List.of(), OptionalLong.empty());
  }

  private static Schema schema() throws IOException {
    try (InputStream stream = StudyFile.class.getResourceAsStream("study.schema.json")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    }
  }
}
