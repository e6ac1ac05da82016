package org.ethogram.torch.safetensors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.weights.Hole;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON header of a safetensors file, believed only where it agrees with the file.
 *
 * <p>Source: the format's description in github.com/huggingface/safetensors: offsets cover the data
 * without holes or overlaps.
 */
record Header(
    SequencedMap<String, StoredTensor> tensors, Map<String, String> metadata, List<Hole> holes) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  static Header parse(Path file, byte[] json, long dataLength) {
    JsonNode root;
    try {
      root = JSON.readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw damaged(file, "the header is not JSON (" + e.getOriginalMessage() + ")");
    }
    if (!root.isObject()) {
      throw damaged(file, "the header is not a JSON object");
    }
    List<StoredTensor> tensors = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (var property : root.properties()) {
      if (property.getKey().equals("__metadata__")) {
        property
            .getValue()
            .properties()
            .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asString("")));
      } else {
        tensors.add(tensor(file, property.getKey(), property.getValue()));
      }
    }
    List<Hole> holes = holes(file, tensors, dataLength);
    SequencedMap<String, StoredTensor> byName = new LinkedHashMap<>();
    tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
    return new Header(byName, Map.copyOf(metadata), holes);
  }

  private static StoredTensor tensor(Path file, String name, JsonNode entry) {
    String place = file + ", tensor " + name;
    String typeName = entry.path("dtype").asString("");
    ElementType type =
        ElementType.named(typeName)
            .orElseThrow(() -> damaged(place, "element type '" + typeName + "' is unknown"));
    List<Long> shape = new ArrayList<>();
    if (!entry.path("shape").isArray()) {
      throw damaged(place, "the header gives no shape");
    }
    for (JsonNode size : entry.path("shape")) {
      shape.add(count(place, "shape", size));
    }
    JsonNode offsets = entry.path("data_offsets");
    if (!offsets.isArray() || offsets.size() != 2) {
      throw damaged(place, "the header gives no pair of data offsets");
    }
    long begin = count(place, "data_offsets", offsets.path(0));
    long end = count(place, "data_offsets", offsets.path(1));
    StoredTensor tensor = new StoredTensor(name, type, shape, begin, end);
    checkLength(place, tensor);
    return tensor;
  }

  private static long count(String place, String field, JsonNode number) {
    if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
      throw damaged(place, "'" + number + "' in " + field + " is not a count");
    }
    return number.asLong();
  }

  private static void checkLength(String place, StoredTensor tensor) {
    long length;
    try {
      length = tensor.type().bytes();
      for (long size : tensor.shape()) {
        length = Math.multiplyExact(length, size);
      }
    } catch (ArithmeticException e) {
      throw damaged(place, "its shape " + tensor.shape() + " is larger than any file");
    }
    if (tensor.end() - tensor.begin() != length) {
      throw damaged(
          place,
          "the header lies: offsets %d to %d hold %d bytes, but shape %s of %s needs %d"
              .formatted(
                  tensor.begin(),
                  tensor.end(),
                  tensor.end() - tensor.begin(),
                  StoredTensor.shapeText(tensor.sizes()),
                  tensor.type(),
                  length));
    }
  }

  private static List<Hole> holes(Path file, List<StoredTensor> tensors, long dataLength) {
    List<Hole> holes = new ArrayList<>();
    long covered = 0;
    for (StoredTensor tensor :
        tensors.stream().sorted(Comparator.comparingLong(StoredTensor::begin)).toList()) {
      String place = file + ", tensor " + tensor.name();
      if (tensor.end() > dataLength) {
        throw damaged(
            place,
            "it ends at byte %d of the data, but the file holds %d: the file is truncated or its"
                    .formatted(tensor.end(), dataLength)
                + " header lies");
      }
      if (tensor.begin() < covered) {
        throw damaged(place, "it overlaps the tensor before it");
      }
      if (tensor.begin() > covered) {
        holes.add(
            new Hole(place, "a hole of " + (tensor.begin() - covered) + " bytes is before it"));
      }
      covered = tensor.end();
    }
    if (covered != dataLength) {
      holes.add(
          new Hole(
              file.toString(), (dataLength - covered) + " bytes at the end belong to no tensor"));
    }
    return List.copyOf(holes);
  }

  static EthogramException damaged(Path file, String problem) {
    return damaged(file.toString(), problem);
  }

  static EthogramException damaged(String place, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL, place, problem, "Fetch or save the file again");
  }
}
