package org.ethogram.torch.weights;

import java.nio.file.Path;
import java.util.SequencedSet;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.EthogramException;

/**
 * Tensors by name in one file, mapped into memory.
 *
 * <p>A file is checked whole on opening; a damaged one is an {@link EthogramException} with {@code
 * INVALID_MODEL} that names the file and the tensor.
 */
public interface WeightFile extends AutoCloseable {
  Path file();

  /** The tensors' names in the order of the file. */
  SequencedSet<String> names();

  /**
   * The tensor, contiguous: it may be read until this file is closed, and never be written.
   *
   * @throws EthogramException {@code INVALID_MODEL} when there is none of that name
   */
  Tensor tensor(String name);

  /** Refuses a file in which bytes belong to no tensor. */
  void requireNoHoles();

  /** What is wrong where a tensor is missing: whether its bytes may have been left behind. */
  String absence();

  @Override
  void close();
}
