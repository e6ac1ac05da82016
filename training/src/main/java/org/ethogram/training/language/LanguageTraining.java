package org.ethogram.training.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.runtime.NativeWork;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.training.language.TrainingState.Progressed;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.FlatParameters;
import org.ethogram.training.tokenizer.BytePairTokenizer;

/**
 * Training of a network to predict the next token of documents.
 *
 * <p>Its folder holds {@code state.safetensors}, from which {@link #run} goes on to the same
 * weights that it would have reached without a stop, and {@code metrics.jsonl}. One thread.
 */
public final class LanguageTraining implements AutoCloseable {
  private final CausalNetwork network;
  private final TrainedParameters trained;
  private final LanguageTrainingSettings settings;
  private final BatchStream batches;
  private final FlatParameters parameters;
  private final AdamW optimizer;
  private final Path folder;
  private final TrainingState state;

  /**
   * @param network whose parameters are trained in place; it stays the caller's to close
   * @param folder of the state and the metrics, made where it is absent
   */
  public LanguageTraining(
      CausalNetwork network,
      BytePairTokenizer tokenizer,
      Corpus corpus,
      LanguageTrainingSettings settings,
      Path folder) {
    this(
        network,
        TrainedParameters.all(network),
        index -> TokenSequence.of(corpus.document(index), tokenizer, settings.contextLength()),
        settings,
        folder);
  }

  /**
   * Trains what is chosen of a network on sequences of any origin, such as demonstrations.
   *
   * @param trained moved in place; like the network, it stays the caller's to close
   */
  public LanguageTraining(
      CausalNetwork network,
      TrainedParameters trained,
      SequenceSource sequences,
      LanguageTrainingSettings settings,
      Path folder) {
    this.network = network;
    this.trained = trained;
    this.settings = settings;
    this.batches = new BatchStream(sequences, settings.batchTokens(), settings.seed());
    trained.tensors().forEach(tensor -> tensor.set_requires_grad(true));
    this.parameters = new FlatParameters(trained.tensors());
    this.optimizer = new AdamW(parameters, settings.optimizer());
    this.folder = folder;
    this.state = new TrainingState(folder.resolve("state.safetensors"));
  }

  /**
   * Trains to the end of the schedule, from the last state where there is one.
   *
   * @param checkpoints steps after which {@code writer} is called; 0 is before the first
   * @throws EthogramException {@code NOT_FINITE} when the loss or its gradient stops being a
   *     number; {@code INTERRUPTED} after saving the state when asked to stop
   */
  public void run(
      Set<Long> checkpoints, CheckpointWriter writer, Progress.Task progress, StopSignal stop) {
    makeFolder();
    torch.set_num_threads(Natives.start().threads()); // holds for the calling thread alone
    Progressed restored = state.restore(parameters, optimizer);
    TrainingPoint point = restored.point();
    BatchPlace place = restored.next();
    if (point.step() == 0 && checkpoints.contains(0L)) {
      writer.write(point);
    }
    Pace pace = new Pace(progress);
    try (MetricsLog metrics = new MetricsLog(folder.resolve("metrics.jsonl"), point.step())) {
      while (point.step() < settings.schedule().steps()) {
        Batch batch = batches.batch(place);
        double learningRate = settings.schedule().at(point.step());
        StepResult result = step(batch, learningRate, point.step());
        point = point.after(batch);
        place = batches.next(place);
        metrics.add(point, result.loss(), result.gradientNorm(), learningRate);
        pace.add(point, batch, result.loss());
        boolean kept = checkpoints.contains(point.step());
        boolean stopping = stop.stopRequested();
        if (kept) {
          writer.write(point);
        }
        if (kept || stopping || point.step() % settings.stateInterval() == 0) {
          metrics.flush();
          state.save(new Progressed(point, place), parameters, optimizer);
        }
        if (stopping && point.step() < settings.schedule().steps()) {
          throw new EthogramException(
              ErrorCode.INTERRUPTED,
              folder.toString(),
              "training stopped after step " + point.step(),
              "Run the same command again to go on from there");
        }
      }
    }
  }

  private record StepResult(double loss, double gradientNorm) {}

  private StepResult step(Batch batch, double learningRate, long step) {
    try (NativeWork _ = NativeWork.begin();
        PointerScope _ = new PointerScope()) {
      parameters.clearGradients();
      Tensor loss = trained.pass().of(() -> WeightedLoss.of(network, batch));
      loss.backward();
      try (NoGradGuard _ = new NoGradGuard()) {
        double value = loss.item_double();
        double norm = parameters.clipGradients(settings.maximumNorm());
        if (!Double.isFinite(value) || !Double.isFinite(norm)) {
          throw notFinite(step + 1, value, norm);
        }
        optimizer.update(step + 1, learningRate);
        return new StepResult(value, norm);
      }
    }
  }

  private EthogramException notFinite(long step, double loss, double norm) {
    return new EthogramException(
        ErrorCode.NOT_FINITE,
        folder + ", step " + step,
        "the loss is " + loss + " and the norm of its gradient " + norm,
        "Lower the learning rate or lengthen the warm-up; the state before this step is kept");
  }

  private void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "the folder cannot be made",
          "Check that its parent may be written to",
          e);
    }
  }

  /** Frees the optimiser; the network keeps its weights. */
  @Override
  public void close() {
    optimizer.close();
    parameters.close();
  }
}
