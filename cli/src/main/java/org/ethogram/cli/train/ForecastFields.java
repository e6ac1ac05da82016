package org.ethogram.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ethogram.lab.training.TrainingForecast;

/** A plan for other programs. */
final class ForecastFields {
  private ForecastFields() {}

  static Map<String, Object> of(TrainingForecast forecast) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("recipe", forecast.recipe().name());
    fields.put("seed", forecast.recipe().seed().value());
    fields.put("folder", forecast.folder().toString());
    fields.put("architecture", forecast.model().architecture());
    fields.put("parameters", forecast.model().all());
    fields.put("non_embedding_parameters", forecast.model().nonEmbedding());
    fields.put("trained_parameters", forecast.model().trained());
    fields.put("documents", forecast.documents());
    fields.put("documents_held_out", forecast.documentsHeldOut());
    fields.put("tokens", forecast.tokens());
    fields.put("predicted_tokens", forecast.predicted());
    fields.put("context", forecast.context());
    fields.put("tokens_per_step", forecast.stepTokens());
    fields.put("steps", forecast.steps());
    fields.put("epochs", forecast.epochs());
    fields.put("memory_bytes", forecast.memory());
    fields.put("checkpoints", forecast.checkpoints());
    fields.put("evaluations", forecast.evaluations());
    fields.put("checkpoints_done", forecast.kept());
    fields.put("finished", forecast.finished());
    fields.put("left_out", forecast.leftOut());
    fields.put("settings", forecast.recipe().settings());
    return fields;
  }
}
