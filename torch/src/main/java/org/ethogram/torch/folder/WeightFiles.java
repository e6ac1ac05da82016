package org.ethogram.torch.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.safetensors.SafetensorsFile;
import tools.jackson.databind.JsonNode;

/** The tensors of a folder, in one safetensors file or in the several that an index names. */
final class WeightFiles implements AutoCloseable {
  static final String SINGLE = "model.safetensors";
  static final String INDEX = "model.safetensors.index.json";

  private final Path catalogue;
  private final SequencedMap<Path, SafetensorsFile> files = new TreeMap<>();
  private final Map<String, SafetensorsFile> fileByTensor = new TreeMap<>();

  private WeightFiles(Path catalogue) {
    this.catalogue = catalogue;
  }

  static WeightFiles open(Path folder) {
    Path index = folder.resolve(INDEX);
    boolean sharded = !Files.exists(folder.resolve(SINGLE)) && Files.exists(index);
    var weights = new WeightFiles(sharded ? index : folder.resolve(SINGLE));
    try {
      if (sharded) {
        weights.openShards(folder, index);
      } else {
        weights.openSingle(folder.resolve(SINGLE));
      }
      return weights;
    } catch (RuntimeException e) {
      weights.close();
      throw e;
    }
  }

  private void openSingle(Path file) {
    if (!Files.exists(file)) {
      throw new EthogramException(
          ErrorCode.INVALID_MODEL,
          file.toString(),
          "the weights are missing",
          "Use a folder with " + SINGLE + " or " + INDEX);
    }
    SafetensorsFile opened = SafetensorsFile.openIncomplete(file);
    files.put(file, opened);
    opened.names().forEach(name -> fileByTensor.put(name, opened));
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
      SafetensorsFile file = files.computeIfAbsent(shard, SafetensorsFile::openIncomplete);
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
    SafetensorsFile file = fileByTensor.get(name);
    return (file == null ? catalogue : file.file()) + ", tensor " + name;
  }

  /** The tensor in the mapped file: to be read, while this is open. */
  Tensor tensor(String name) {
    SafetensorsFile file = fileByTensor.get(name);
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
    files.values().forEach(SafetensorsFile::requireNoHoles);
  }

  private static EthogramException damaged(String place, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL, place, problem, "Fetch or save the folder again");
  }

  @Override
  public void close() {
    files.values().forEach(SafetensorsFile::close);
  }
}
