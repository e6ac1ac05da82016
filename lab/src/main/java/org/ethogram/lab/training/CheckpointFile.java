package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code ethogram.json} beside the weights of a checkpoint says: where it stands in its
 * family.
 *
 * @param family the recipe and its seed
 * @param size by non-embedding parameters
 * @param step of this training
 * @param tokens read by this training, without padding
 * @param base of an adapter: name and revision of the model it stands on, and its hash
 */
record CheckpointFile(
    String family,
    String size,
    long step,
    long tokens,
    long parameters,
    long seed,
    OptionalDouble trainingLoss,
    OptionalDouble heldOutLoss,
    @Nullable Base base) {
  static final String NAME = "ethogram.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The model that an adapter stands on. */
  record Base(String name, String revision, String weightsHash) {}

  void write(Path folder) {
    ObjectNode root = JSON.createObjectNode();
    root.put("family", family);
    root.put("size", size);
    root.put("revision", "step" + step);
    root.put("step", step);
    root.put("parameters", parameters);
    root.put("tokens", tokens);
    root.put("seed", seed);
    trainingLoss.ifPresent(loss -> root.put("trainingLoss", loss));
    heldOutLoss.ifPresent(loss -> root.put("heldOutLoss", loss));
    if (base != null) {
      root.putObject("base")
          .put("name", base.name())
          .put("revision", base.revision())
          .put("weightsHash", base.weightsHash());
    }
    Path file = folder.resolve(NAME);
    try {
      Files.writeString(file, JSON.writeValueAsString(root) + "\n");
    } catch (IOException e) {
      throw RunFolder.unwritable(file, e);
    }
  }
}
