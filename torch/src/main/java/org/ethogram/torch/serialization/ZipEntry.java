package org.ethogram.torch.serialization;

/**
 * An entry of a zip archive.
 *
 * @param method 0 where it is stored as it is
 * @param begin where its header begins in the file
 * @param data where its bytes begin
 * @param stored how many bytes it has in the file
 * @param size how many bytes it has without compression
 */
record ZipEntry(String name, int method, long begin, long data, long stored, long size) {
  long end() {
    return data + stored;
  }
}
