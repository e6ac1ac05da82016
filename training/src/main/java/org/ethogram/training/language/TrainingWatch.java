package org.ethogram.training.language;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.training.checkpoints.TrainingPoint;
import org.ethogram.training.metrics.JsonLinesLog;
import org.ethogram.training.metrics.MetricsLog;
import org.ethogram.training.metrics.StepMetrics;
import org.ethogram.training.metrics.TensorBoardLog;
import org.ethogram.training.optimization.Updates;

/** What happens beside the steps of a training: metrics, checkpoints, evaluation, the display. */
final class TrainingWatch implements AutoCloseable {
  private final String place;
  private final Checkpoints checkpoints;
  private final Evaluation evaluation;
  private final Function<HeldOutLoss, LossEstimate> evaluator;
  private final List<MetricsLog> logs;
  private final Pace pace;

  private TrainingWatch(
      String place,
      Checkpoints checkpoints,
      Evaluation evaluation,
      Function<HeldOutLoss, LossEstimate> evaluator,
      List<MetricsLog> logs,
      Pace pace) {
    this.place = place;
    this.checkpoints = checkpoints;
    this.evaluation = evaluation;
    this.evaluator = evaluator;
    this.logs = logs;
    this.pace = pace;
  }

  /**
   * @param folder of the metrics
   * @param from where the training goes on
   * @param evaluator takes the loss of the network as it stands
   */
  static TrainingWatch of(
      Path folder,
      TrainingPoint from,
      Checkpoints checkpoints,
      Evaluation evaluation,
      Progress.Task progress,
      Function<HeldOutLoss, LossEstimate> evaluator) {
    long lastStep = from.step() == 0 ? -1 : from.step(); // What was seen at 0 is seen again.
    return new TrainingWatch(
        folder.toString(),
        checkpoints,
        evaluation,
        evaluator,
        List.of(
            new JsonLinesLog(folder.resolve("metrics.jsonl"), lastStep),
            new TensorBoardLog(folder, lastStep, InstantSource.system())),
        new Pace(progress, from));
  }

  /** The watch of a process that leaves all this to the first. */
  static TrainingWatch nobody() {
    return new TrainingWatch(
        "",
        Checkpoints.NONE,
        Evaluation.NONE,
        _ -> {
          throw new IllegalStateException("nobody evaluates");
        },
        List.of(),
        new Pace(Progress.NONE.begin("", 0, "steps"), TrainingPoint.START));
  }

  /** Called before the first step. */
  void begin() {
    mark(TrainingPoint.START);
  }

  void step(
      TrainingPoint point, Updates.Update update, double learningRate, double realTokenShare) {
    SequencedMap<String, Number> values = new LinkedHashMap<>();
    values.put("loss", update.loss());
    values.put("gradient_norm", update.gradientNorm());
    values.put("learning_rate", learningRate);
    values.put("real_token_share", realTokenShare);
    add(new StepMetrics(point, values));
    pace.add(point, update.loss());
  }

  /**
   * Evaluates and keeps the network where its step asks for it.
   *
   * @return whether it was kept
   */
  boolean mark(TrainingPoint point) {
    if (evaluation.steps().contains(point.step())) {
      evaluation.heldOut().map(evaluator).ifPresent(loss -> add(metrics(point, loss)));
    }
    boolean kept = checkpoints.steps().contains(point.step());
    if (kept) {
      flush(); // The writer may read them.
      checkpoints.writer().write(point);
    }
    return kept;
  }

  private StepMetrics metrics(TrainingPoint point, LossEstimate estimate) {
    if (!Double.isFinite(estimate.loss())) {
      throw new EthogramException(
          ErrorCode.NOT_FINITE,
          place + ", evaluation after step " + point.step(),
          "the loss on held-out sequences is " + estimate.loss(),
          "Lower the learning rate or lengthen the warm-up; the last state before it is kept");
    }
    SequencedMap<String, Number> values = new LinkedHashMap<>();
    values.put("evaluation_loss", estimate.loss());
    estimate.standardError().ifPresent(error -> values.put("evaluation_standard_error", error));
    values.put("evaluation_sequences", estimate.sequences());
    values.put("evaluation_tokens", estimate.tokens());
    return new StepMetrics(point, values);
  }

  private void add(StepMetrics metrics) {
    logs.forEach(log -> log.add(metrics));
  }

  void flush() {
    logs.forEach(MetricsLog::flush);
  }

  @Override
  public void close() {
    logs.forEach(MetricsLog::close);
  }
}
