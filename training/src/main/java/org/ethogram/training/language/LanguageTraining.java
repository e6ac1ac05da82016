package org.ethogram.training.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.runtime.NativeWork;
import org.ethogram.training.batches.Batch;
import org.ethogram.training.batches.BatchStream;
import org.ethogram.training.batches.SequenceSource;
import org.ethogram.training.batches.TokenLosses;
import org.ethogram.training.checkpoints.CheckpointWriter;
import org.ethogram.training.checkpoints.Milestones;
import org.ethogram.training.checkpoints.TrainingPoint;
import org.ethogram.training.language.TrainingState.Progressed;
import org.ethogram.training.optimization.LossPart;
import org.ethogram.training.optimization.Updates;
import org.ethogram.training.parallel.Parallel;
import org.ethogram.training.recomputation.RecomputedLoss;
import org.ethogram.training.tokenizer.BytePairTokenizer;

/**
 * Training of a network to predict the next token of sequences.
 *
 * <p>Its folder holds {@code state.safetensors}, from which {@link #run} goes on to the same
 * weights that it would have reached without a stop, and the metrics: {@code metrics.jsonl} and an
 * event file for TensorBoard. One thread calls it; the shares of its batches are computed side by
 * side.
 */
public final class LanguageTraining implements AutoCloseable {
  private final CausalNetwork network;
  private final TrainedParameters trained;
  private final LanguageTrainingSettings settings;
  private final BatchStream stream;
  private final Updates updates;
  private final Parallel parallel;
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
        new DocumentSequences(corpus, tokenizer, settings.contextLength()),
        settings,
        folder,
        Parallel.single());
  }

  /** Trains in this process alone. */
  public LanguageTraining(
      CausalNetwork network,
      TrainedParameters trained,
      SequenceSource sequences,
      LanguageTrainingSettings settings,
      Path folder) {
    this(network, trained, sequences, settings, folder, Parallel.single());
  }

  /**
   * Trains what is chosen of a network on sequences of any origin, such as demonstrations.
   *
   * @param trained moved in place; like the network, it stays the caller's to close
   * @param parallel the processes that share the micro-batches of a step; the caller's to close
   */
  public LanguageTraining(
      CausalNetwork network,
      TrainedParameters trained,
      SequenceSource sequences,
      LanguageTrainingSettings settings,
      Path folder,
      Parallel parallel) {
    this.network = network;
    this.trained = trained;
    this.settings = settings;
    this.stream = BatchStream.of(settings.batches(), sequences, settings.seed());
    this.updates =
        new Updates(trained.tensors(), settings.optimizer(), settings.maximumNorm(), parallel);
    this.parallel = parallel;
    this.folder = folder;
    this.state = new TrainingState(folder.resolve("state.safetensors"), updates, settings);
  }

  /** Trains without evaluation. */
  public void run(
      Set<Long> checkpoints, CheckpointWriter writer, Progress.Task progress, StopSignal stop) {
    run(new Checkpoints(Milestones.of(checkpoints), writer), Evaluation.NONE, progress, stop);
  }

  /**
   * Trains to the end of the schedule, from the last state where there is one.
   *
   * <p>Of several processes only the first keeps checkpoints, state and metrics and evaluates.
   *
   * @throws EthogramException {@code NOT_FINITE} when the loss or its gradient stops being a
   *     number; {@code INTERRUPTED} after saving the state when any process is asked to stop
   */
  public void run(
      Checkpoints checkpoints, Evaluation evaluation, Progress.Task progress, StopSignal stop) {
    makeFolder();
    torch.set_num_threads(1); // holds for the calling thread alone
    Progressed reached = restore();
    try (TrainingWatch watch = watch(reached.point(), checkpoints, evaluation, progress)) {
      if (reached.point().step() == 0) {
        watch.begin();
      }
      while (reached.point().step() < settings.schedule().steps()) {
        reached = step(reached, watch);
        boolean kept = watch.mark(reached.point());
        boolean stopping = parallel.any(stop.stopRequested());
        if (kept || stopping || reached.point().step() % settings.stateInterval() == 0) {
          watch.flush();
          save(reached);
        }
        if (stopping && reached.point().step() < settings.schedule().steps()) {
          throw interrupted(reached.point());
        }
      }
    }
  }

  private Progressed step(Progressed reached, TrainingWatch watch) {
    StepBatches batches = StepBatches.from(stream, reached.next(), settings.batches().count());
    TrainingPoint point = reached.point().next(batches.tokens());
    double learningRate = settings.schedule().at(reached.point().step());
    double weight = batches.totalWeight(folder + ", step " + point.step());
    List<LossPart> parts =
        batches.shareOf(parallel.rank(), parallel.size()).stream()
            .flatMap(batch -> batch.shares(network).stream())
            .map(batch -> part(batch, weight))
            .toList();
    Updates.Update update = updates.apply(parts, point.step(), learningRate, folder.toString());
    watch.step(point, update, learningRate, batches.realTokenShare());
    return new Progressed(point, batches.next());
  }

  /** What a share of a micro-batch adds to the mean over all weights of the step. */
  private LossPart part(Batch batch, double weight) {
    LossPart part =
        settings.computation().recomputation() ? recomputed(batch, weight) : kept(batch, weight);
    return parameters ->
        settings
            .computation()
            .precision()
            .during(() -> trained.during(() -> part.differentiate(parameters)));
  }

  private LossPart kept(Batch batch, double weight) {
    return LossPart.of(() -> share(batch, weight, TokenLosses.of(network, batch)));
  }

  private LossPart recomputed(Batch batch, double weight) {
    return parameters ->
        new RecomputedLoss(
                network.decoder(),
                TokenLosses.tokens(network, batch),
                batch.attention(network),
                hidden -> share(batch, weight, TokenLosses.of(network, batch, hidden)))
            .differentiate(parameters);
  }

  private Tensor share(Batch batch, double weight, Tensor losses) {
    return TokenLosses.weighted(network, batch, losses).mul(new Scalar(1 / weight));
  }

  private TrainingWatch watch(
      TrainingPoint from, Checkpoints checkpoints, Evaluation evaluation, Progress.Task progress) {
    return parallel.isFirst()
        ? TrainingWatch.of(folder, from, checkpoints, evaluation, progress, this::heldOutLoss)
        : TrainingWatch.nobody();
  }

  private LossEstimate heldOutLoss(HeldOutLoss heldOut) {
    return heldOut.estimate(network, trained);
  }

  private Progressed restore() {
    Progressed restored = parallel.isFirst() ? state.restore() : Progressed.NOTHING;
    try (NativeWork _ = NativeWork.begin();
        PointerScope _ = new PointerScope();
        NoGradGuard _ = new NoGradGuard()) {
      state.tensors().values().forEach(parallel::copyFirst);
      long[] numbers = restored.numbers();
      Tensor shared = Tensor.create(numbers);
      parallel.copyFirst(shared);
      shared.data_ptr_long().get(numbers);
      return Progressed.of(numbers);
    }
  }

  private void save(Progressed reached) {
    if (parallel.isFirst()) {
      state.save(reached);
    }
  }

  private EthogramException interrupted(TrainingPoint point) {
    return new EthogramException(
        ErrorCode.INTERRUPTED,
        folder.toString(),
        "training stopped after step " + point.step(),
        "Run the same command again to go on from there");
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
    updates.close();
  }
}
