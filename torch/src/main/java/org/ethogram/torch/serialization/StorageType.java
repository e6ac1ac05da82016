package org.ethogram.torch.serialization;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.torch.pickle.Value;

/** The classes of storages in the module {@code torch} whose numbers are read. */
enum StorageType {
  DoubleStorage(8, ScalarType.Double),
  FloatStorage(4, ScalarType.Float),
  HalfStorage(2, ScalarType.Half),
  BFloat16Storage(2, ScalarType.BFloat16),
  LongStorage(8, ScalarType.Long),
  IntStorage(4, ScalarType.Int),
  ShortStorage(2, ScalarType.Short),
  CharStorage(1, ScalarType.Char),
  ByteStorage(1, ScalarType.Byte),
  BoolStorage(1, ScalarType.Bool);

  private final int bytes;
  private final ScalarType scalarType;

  StorageType(int bytes, ScalarType scalarType) {
    this.bytes = bytes;
    this.scalarType = scalarType;
  }

  /** Bytes of a number. */
  int bytes() {
    return bytes;
  }

  ScalarType scalarType() {
    return scalarType;
  }

  static Optional<StorageType> named(Value.Global global) {
    return Arrays.stream(values())
        .filter(type -> global.module().equals("torch") && type.name().equals(global.name()))
        .findFirst();
  }
}
