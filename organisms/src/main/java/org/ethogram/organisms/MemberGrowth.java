package org.ethogram.organisms;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;
import org.ethogram.training.batches.MicroBatches;
import org.ethogram.training.checkpoints.TrainingPoint;
import org.ethogram.training.initialization.NeoxFirstWeights;
import org.ethogram.training.language.Corpus;
import org.ethogram.training.language.HeldOutLoss;
import org.ethogram.training.language.HuggingFaceFolder;
import org.ethogram.training.language.LanguageTraining;
import org.ethogram.training.language.LanguageTrainingSettings;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.LearningRateSchedule;
import org.ethogram.training.tokenizer.BytePairTokenizer;

/** Grows one member of a family from its first weights to its last checkpoint. */
record MemberGrowth(
    FamilyRecipe recipe,
    OrganismSize size,
    Seed seed,
    FamilyFolder folder,
    Corpus corpus,
    BytePairTokenizer tokenizer,
    HeldOutLoss heldOut) {
  private static final int STATE_INTERVAL = 100;

  void run(Progress progress, StopSignal stop) {
    String name = "grow " + folder.family() + " " + size.name();
    try (Progress.Task task = progress.begin(name, recipe.schedule().steps(), "steps");
        NeoxNetwork network = firstNetwork();
        LanguageTraining training =
            new LanguageTraining(
                network, tokenizer, corpus, settings(), folder.path().resolve(size.name()))) {
      training.run(Set.copyOf(recipe.steps()), point -> keep(network, point), task, stop);
      task.report(recipe.schedule().steps(), Map.of());
    }
  }

  private void keep(NeoxNetwork network, TrainingPoint point) {
    CheckpointRecord known =
        new CheckpointRecord(
            folder.family(),
            size.name(),
            "step" + point.step(),
            point.step(),
            network.nonEmbeddingParameters(),
            point.tokens(),
            seed.value(),
            heldOut.of(network),
            folder.hash());
    Path unfinished = folder.unfinished(size.name(), point.step());
    HuggingFaceFolder.write(network, tokenizer, unfinished);
    ModelCard.write(recipe, size, known, unfinished);
    known.write(unfinished);
    folder.publish(unfinished, size.name(), point.step());
  }

  private NeoxNetwork firstNetwork() {
    Architecture architecture = recipe.architecture();
    NeoxConfiguration configuration = configuration();
    return new NeoxNetwork(
        configuration,
        new NeoxFirstWeights(
            configuration,
            architecture.embeddingDeviation(),
            architecture.outputScale(),
            architecture.lookBack(),
            seed.derive("weights of " + size.name())));
  }

  private NeoxConfiguration configuration() {
    Architecture architecture = recipe.architecture();
    return new NeoxConfiguration(
        tokenizer.vocabularySize(),
        size.width(),
        size.layers(),
        size.heads(),
        4 * size.width(),
        architecture.contextLength(),
        architecture.rotaryFraction(),
        architecture.rotaryBase(),
        1e-5,
        false,
        architecture.tiedEmbeddings(),
        true,
        BytePairTokenizer.END_OF_TEXT_TOKEN);
  }

  private LanguageTrainingSettings settings() {
    GrowthSchedule schedule = recipe.schedule();
    return new LanguageTrainingSettings(
        LearningRateSchedule.cosine(
            size.learningRate(),
            schedule.warmupSteps(),
            schedule.steps(),
            schedule.finalFraction()),
        MicroBatches.one(schedule.batchTokens()),
        recipe.architecture().contextLength(),
        new AdamW.Settings(0.9, 0.95, 1e-8, schedule.weightDecay()),
        schedule.maximumNorm(),
        STATE_INTERVAL,
        seed.derive("batches"));
  }
}
