package org.ethogram.lab.training;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.Provenance;
import org.ethogram.lab.run.Surroundings;
import org.ethogram.torch.runtime.Natives;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What stands beside checkpoints for a reader: the recipe as used and where they came from. */
final class Papers {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Papers() {}

  static void write(Preparation preparation, Origin origin, RunFolder folder, String command) {
    Provenance provenance = Surroundings.read(Natives.start().threads());
    Map<String, Object> json = new LinkedHashMap<>(origin.json());
    json.put("command", command);
    json.put("started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("code", provenance.code());
    json.put("java", provenance.java());
    json.put("operatingSystem", provenance.operatingSystem());
    json.put("device", provenance.device());
    json.put("libraries", provenance.libraries());
    json.put("leftOut", preparation.leftOut());
    folder.write("provenance.json", JSON.writeValueAsString(json) + "\n");
    folder.write("recipe.yaml", preparation.recipe().text());
    folder.write("README.md", ModelCard.of(preparation, origin, List.of(), command));
  }

  /** Writes the model card once more, with what came out. */
  static void finish(
      Preparation preparation,
      Origin origin,
      List<CheckpointLoss> losses,
      RunFolder folder,
      String command) {
    folder.write("README.md", ModelCard.of(preparation, origin, losses, command));
  }
}
