package org.ethogram.torch.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.safetensors.SafetensorsFile;
import org.ethogram.torch.serialization.CheckpointFile;
import org.ethogram.torch.weights.WeightFile;
import org.ethogram.torch.weights.WeightFormat;
import tools.jackson.databind.JsonNode;

/** The tensors of a folder, in one file or in the several that an index names. */
final class WeightFiles implements AutoCloseable {
  private final WeightFormat format;
  private final Path catalogue;
  private final SequencedMap<Path, WeightFile> files = new TreeMap<>();
  private final Map<String, WeightFile> fileByTensor = new TreeMap<>();

  private WeightFiles(WeightFormat format, Path catalogue) {
    this.format = format;
    this.catalogue = catalogue;
  }

  static WeightFiles open(Path folder) {
    WeightFormat format =
        WeightFormat.ofModel(name -> Files.exists(folder.resolve(name)))
            .orElseThrow(() -> missing(folder));
    Path single = folder.resolve(format.single());
    Path index = folder.resolve(format.index());
    boolean sharded = !Files.exists(single);
    var weights = new WeightFiles(format, sharded ? index : single);
    try {
      if (sharded) {
        weights.openShards(folder, index);
      } else {
        weights.openSingle(single);
      }
      return weights;
    } catch (RuntimeException e) {
      weights.close();
      throw e;
    }
  }

  private static EthogramException missing(Path folder) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL,
        folder.resolve(WeightFormat.SAFETENSORS.single()).toString(),
        "the weights are missing",
        Arrays.stream(WeightFormat.values())
            .map(format -> format.single() + " or " + format.index())
            .collect(Collectors.joining(", or ", "Use a folder with ", "")));
  }

  private void openSingle(Path file) {
    WeightFile opened = openFile(file);
    files.put(file, opened);
    opened.names().forEach(name -> fileByTensor.put(name, opened));
  }

  private WeightFile openFile(Path file) {
    return switch (format) {
      case SAFETENSORS -> SafetensorsFile.openIncomplete(file);
      case PYTORCH -> CheckpointFile.openIncomplete(file);
    };
  }

  private void openShards(Path folder, Path index) {
    JsonNode map = JsonFile.read(index).path("weight_map");
    if (!map.isObject() || map.isEmpty()) {
      throw damaged(index.toString(), "there is no weight_map");
    }
    for (var entry : map.properties()) {
      String place = index + ", tensor " + entry.getKey();
      Path shard = folder.resolve(entry.getValue().asString("")).normalize();
      if (!folder.normalize().equals(shard.getParent()) || !Files.isRegularFile(shard)) {
        throw damaged(place, "its file " + entry.getValue() + " is missing");
      }
      WeightFile file = files.computeIfAbsent(shard, this::openFile);
      if (!file.names().contains(entry.getKey())) {
        throw damaged(shard + ", tensor " + entry.getKey(), file.absence());
      }
      fileByTensor.put(entry.getKey(), file);
    }
  }

  boolean has(String name) {
    return fileByTensor.containsKey(name);
  }

  List<String> names() {
    return List.copyOf(fileByTensor.keySet());
  }

  /** The files in the order of their names. */
  List<Path> paths() {
    return new ArrayList<>(files.sequencedKeySet());
  }

  /** File and tensor, as an error names them. */
  String place(String name) {
    WeightFile file = fileByTensor.get(name);
    return (file == null ? catalogue : file.file()) + ", tensor " + name;
  }

  /** The tensor in the mapped file: to be read, while this is open. */
  Tensor tensor(String name) {
    WeightFile file = fileByTensor.get(name);
    if (file == null) {
      throw damaged(
          place(name),
          files.size() == 1
              ? files.firstEntry().getValue().absence()
              : "the tensor is missing from the index");
    }
    return file.tensor(name);
  }

  /** Refuses files in which bytes belong to no tensor. */
  void requireNoHoles() {
    files.values().forEach(WeightFile::requireNoHoles);
  }

  private static EthogramException damaged(String place, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL, place, problem, "Fetch or save the folder again");
  }

  @Override
  public void close() {
    files.values().forEach(WeightFile::close);
  }
}
