package org.ethogram.training.parallel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.FileStore;
import org.bytedeco.pytorch.GlooDeviceVector;
import org.bytedeco.pytorch.ProcessGroupGloo;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Work;
import org.bytedeco.pytorch.global.torch_gloo;
import org.bytedeco.pytorch.gloo.Device;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.runtime.Natives;

/** One of several processes that meet at a file and talk by Gloo. */
final class GlooProcess implements Parallel {
  private static final String INTERFACE_VARIABLE = "GLOO_SOCKET_IFNAME";
  private static final String LOOPBACK = "127.0.0.1";

  private final int rank;
  private final int size;
  private final Duration patience;
  private final FileStore store;
  private final ProcessGroupGloo group;

  GlooProcess(int rank, int size, Path meeting, Duration patience) {
    Natives.start();
    Loader.load(torch_gloo.class);
    this.rank = rank;
    this.size = size;
    this.patience = patience;
    try (PointerScope _ = new PointerScope()) {
      Milliseconds timeout = new Milliseconds(patience.toMillis());
      this.store = new FileStore(meeting.toString(), size).retainReference();
      store.setTimeout(timeout);
      ProcessGroupGloo.Options options = ProcessGroupGloo.Options.create(timeout);
      options.devices(new GlooDeviceVector(device()));
      this.group =
          talking(() -> StandardOutput.toErrorDuring(() -> join(options))).retainReference();
    }
  }

  private ProcessGroupGloo join(ProcessGroupGloo.Options options) {
    return new ProcessGroupGloo(store, rank, size, options);
  }

  /** The interface that the environment names, or that of this machine alone. */
  private static Device device() {
    return Optional.ofNullable(System.getenv(INTERFACE_VARIABLE))
        .map(ProcessGroupGloo::createDeviceForInterface)
        .orElseGet(() -> ProcessGroupGloo.createDeviceForHostname(LOOPBACK));
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void sum(Tensor tensor) {
    finish(() -> group.allreduce(new TensorVector(tensor)));
  }

  @Override
  public void copyFirst(Tensor tensor) {
    finish(() -> group.broadcast(new TensorVector(tensor)));
  }

  @Override
  public boolean any(boolean here) {
    try (PointerScope _ = new PointerScope()) {
      Tensor said = Tensor.create(here ? 1f : 0f);
      sum(said);
      return said.item_float() > 0;
    }
  }

  private void finish(Supplier<Work> begun) {
    try (PointerScope _ = new PointerScope()) {
      talking(() -> begun.get()._wait(new Milliseconds(patience.toMillis())));
    }
  }

  private <T> T talking(Supplier<T> exchange) {
    try {
      return exchange.get();
    } catch (RuntimeException e) {
      throw new EthogramException(
          ErrorCode.WORK_FAILED,
          "process %d of %d".formatted(rank, size),
          "another process ended, or did not answer within %d s (%s)"
              .formatted(patience.toSeconds(), firstLine(e)),
          "Read the last message of the others; the same command goes on from the last state",
          e);
    }
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    group.releaseReference();
    store.releaseReference();
  }
}
