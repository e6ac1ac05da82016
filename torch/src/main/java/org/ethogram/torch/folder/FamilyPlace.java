package org.ethogram.torch.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.ethogram.models.ModelScale;
import org.ethogram.torch.hub.PublishedCheckpoint;
import org.ethogram.torch.hub.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a checkpoint stands in its family: the content of {@code ethogram.json} in its folder, or
 * what its repository and revision say where it is in a cache of the Hugging Face hub.
 *
 * @param name such as {@code organism/150k}
 * @param revision such as {@code step512}
 */
record FamilyPlace(String name, String revision, OptionalLong steps, OptionalLong tokens) {
  private static final String FILE = "ethogram.json";

  /** A folder of neither kind is known by its own name. */
  static FamilyPlace read(Path folder) {
    Optional<Snapshot> snapshot = Snapshot.at(folder);
    return snapshot.isPresent() ? of(snapshot.get()) : described(folder);
  }

  private static FamilyPlace of(Snapshot snapshot) {
    PublishedCheckpoint checkpoint =
        PublishedCheckpoint.of(snapshot.repository(), snapshot.revision());
    return new FamilyPlace(
        snapshot.repository(), snapshot.revision(), checkpoint.steps(), checkpoint.tokens());
  }

  private static FamilyPlace described(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    String folderName =
        absolute.getFileName() == null ? "model" : absolute.getFileName().toString();
    boolean described = Files.exists(folder.resolve(FILE));
    JsonNode root =
        described ? JsonFile.read(folder.resolve(FILE)) : JsonMapper.shared().createObjectNode();
    String family = root.path("family").asString("");
    String size = root.path("size").asString("");
    String name = family.isEmpty() ? folderName : family + (size.isEmpty() ? "" : "/" + size);
    return new FamilyPlace(
        name,
        root.path("revision").asString("main"),
        count(root.path("step")),
        count(root.path("tokens")));
  }

  /** A base model has had no feedback. */
  ModelScale scale(long parameters) {
    return new ModelScale(OptionalLong.of(parameters), tokens, steps, OptionalLong.of(0));
  }

  private static OptionalLong count(JsonNode value) {
    return value.isIntegralNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
  }
}
