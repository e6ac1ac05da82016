package org.ethogram.lab.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.recipe.Optimization;
import org.ethogram.lab.recipe.Recipe;
import org.ethogram.lab.store.FolderLock;
import org.ethogram.training.checkpoints.Milestones;
import org.ethogram.training.checkpoints.TrainingPoint;
import org.ethogram.training.language.Checkpoints;
import org.ethogram.training.language.Computation;
import org.ethogram.training.language.Evaluation;
import org.ethogram.training.language.HeldOutLoss;
import org.ethogram.training.language.LanguageTraining;
import org.ethogram.training.language.LanguageTrainingSettings;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.parallel.Parallel;

/**
 * A recipe carried out into a folder. Run again, it goes on from the last state to the same weights
 * that it would have reached without a stop; finished, it does nothing.
 */
public final class TrainingRun {
  private static final int STATE_INTERVAL = 100;

  private final Recipe recipe;
  private final RunFolder folder;
  private final String command;
  private final Companions companions;

  /**
   * @param folder made where it is absent
   * @param command that runs it again, for its provenance
   * @param companions start the other processes where the recipe asks for several
   */
  public TrainingRun(Recipe recipe, Path folder, String command, Companions companions) {
    this.recipe = recipe;
    this.folder = new RunFolder(folder);
    this.command = command;
    this.companions = companions;
  }

  /**
   * Trains what is left.
   *
   * @throws org.ethogram.core.EthogramException {@code CONFIGURATION} when the folder holds another
   *     training; {@code INTERRUPTED} after saving the state when asked to stop
   */
  public TrainingOutcome run(Progress progress, StopSignal stop) {
    try (FolderLock _ = FolderLock.take(folder.path(), "training.lock", "another training")) {
      Origin origin = Origin.of(recipe);
      Optional<Origin> earlier = Origin.read(folder);
      earlier.ifPresent(begun -> begun.requireSame(origin, folder));
      if (earlier.isPresent() && earlier.get().finished()) {
        return TrainingOutcome.done(folder.path());
      }
      try (Preparation preparation = Preparation.of(recipe, folder.tokenizer())) {
        origin.write(folder);
        Papers.write(preparation, origin, folder, command);
        try (Team team = Team.of(recipe.batches().processes(), companions, folder)) {
          train(preparation, team.parallel(), progress, stop);
        }
        List<CheckpointLoss> losses = CheckpointLoss.read(folder.path(), preparation.checkpoints());
        Papers.finish(preparation, origin, losses, folder, command);
        origin.asFinished().write(folder);
        return TrainingOutcome.made(folder.path(), losses, preparation);
      }
    }
  }

  /**
   * Trains as one of several processes; only the first of them keeps anything.
   *
   * @param rank number of this process, from 1
   * @param meeting the file that the first process named
   */
  public void assist(int rank, Path meeting, StopSignal stop) {
    try (PassingFolder passing = PassingFolder.make();
        Preparation preparation = Preparation.of(recipe, passing.path());
        Parallel parallel = Parallel.join(rank, recipe.batches().processes(), meeting)) {
      train(preparation, parallel, Progress.NONE, stop);
    }
  }

  private void train(
      Preparation preparation, Parallel parallel, Progress progress, StopSignal stop) {
    int steps = preparation.steps();
    String name = "train " + recipe.name() + " " + preparation.model().size();
    try (Progress.Task task = progress.begin(name, steps, "steps");
        TrainedModel model = TrainedModel.open(recipe, preparation.tokenizer());
        LanguageTraining training =
            new LanguageTraining(
                model.network(),
                model.parameters(),
                preparation.sequences(),
                settings(preparation),
                folder.path(),
                parallel)) {
      training.run(
          new Checkpoints(
              Milestones.of(preparation.checkpoints()), point -> keep(model, preparation, point)),
          evaluation(preparation),
          task,
          stop);
      task.report(steps, Map.of());
    }
  }

  private static Evaluation evaluation(Preparation preparation) {
    return preparation.material().heldOut().isEmpty()
        ? Evaluation.NONE
        : Evaluation.at(
            Milestones.of(preparation.evaluations()),
            new HeldOutLoss(preparation.material().heldOut()));
  }

  private void keep(TrainedModel model, Preparation preparation, TrainingPoint point) {
    MetricsTail metrics = MetricsTail.of(folder.path());
    folder.write(
        point.step(),
        checkpoint -> {
          model.save(checkpoint, preparation.tokenizer());
          new CheckpointFile(
                  recipe.name() + "-seed" + recipe.seed().value(),
                  preparation.model().size(),
                  point.step(),
                  point.tokens(),
                  preparation.model().nonEmbedding(),
                  recipe.seed().value(),
                  metrics.figure(point.step(), "loss"),
                  metrics.figure(point.step(), "evaluation_loss"),
                  model.base().orElse(null))
              .write(checkpoint);
        });
  }

  private LanguageTrainingSettings settings(Preparation preparation) {
    Optimization optimization = recipe.optimization();
    return new LanguageTrainingSettings(
        LearningRates.of(optimization, preparation.steps()),
        StepCount.microBatches(recipe.batches()),
        preparation.context(),
        new AdamW.Settings(
            optimization.firstDecay(),
            optimization.secondDecay(),
            optimization.epsilon(),
            optimization.weightDecay()),
        optimization.clip(),
        STATE_INTERVAL,
        preparation.batchOrder(),
        new Computation(recipe.batches().gradientCheckpointing(), recipe.precision()));
  }
}
