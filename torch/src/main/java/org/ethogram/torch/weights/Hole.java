package org.ethogram.torch.weights;

import java.util.List;

/**
 * Bytes that belong to no tensor.
 *
 * @param place the file, and what in it the bytes lie before or in
 */
public record Hole(String place, String problem) {
  /** What is wrong where a tensor is missing from a file with these holes. */
  public static String absence(List<Hole> holes) {
    return holes.isEmpty()
        ? "the tensor is missing"
        : "the tensor is missing, though bytes of no tensor are left ("
            + holes.getFirst().place()
            + ": "
            + holes.getFirst().problem()
            + ")";
  }
}
