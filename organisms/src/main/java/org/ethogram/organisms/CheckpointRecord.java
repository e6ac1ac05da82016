package org.ethogram.organisms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.ModelScale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code ethogram.json} beside the weights of an organism says about it.
 *
 * @param parameters non-embedding
 * @param tokens seen in training, without padding
 * @param recipe the hash under which the family is cached
 */
record CheckpointRecord(
    String family,
    String size,
    String revision,
    long step,
    long parameters,
    long tokens,
    long seed,
    double heldOutLoss,
    String recipe) {

  static final String FILE = "ethogram.json";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** The record of a folder, or empty where the folder is no finished checkpoint. */
  static Optional<CheckpointRecord> read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file, CheckpointRecord.class));
    } catch (JacksonException e) {
      throw new EthogramException(
          ErrorCode.INVALID_MODEL,
          file.toString(),
          "is not the record of an organism",
          "Delete the folder of the family; it is grown again when it is needed",
          e);
    }
  }

  void write(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      JSON.writeValue(file, this);
    } catch (JacksonException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "could not be written",
          "Check that the disk has space and that the folder may be written to",
          e);
    }
  }

  OrganismCheckpoint checkpoint(Path folder) {
    return new OrganismCheckpoint(
        family,
        size,
        step,
        folder,
        new ModelScale(
            OptionalLong.of(parameters),
            OptionalLong.of(tokens),
            OptionalLong.of(step),
            OptionalLong.of(0)),
        heldOutLoss);
  }
}
