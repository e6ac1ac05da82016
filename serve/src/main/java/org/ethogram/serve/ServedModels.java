package org.ethogram.serve;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ethogram.serve.protocol.ApiError;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The models of a server by their names, and how the interface lists them. */
final class ServedModels {
  private final SequencedMap<String, ServedModel> byName;
  private final long created;

  /**
   * @param created seconds since 1970
   */
  ServedModels(SequencedMap<String, ServedModel> byName, long created) {
    this.byName = new LinkedHashMap<>(byName);
    this.created = created;
  }

  ServedModel named(String name) {
    ServedModel found = byName.get(name);
    if (found == null) {
      throw ApiError.unknownModel(name, byName.keySet());
    }
    return found;
  }

  String list() {
    ObjectNode list = JsonMapper.shared().createObjectNode().put("object", "list");
    ArrayNode data = list.putArray("data");
    byName.keySet().forEach(name -> describe(data.addObject(), name));
    return list.toString();
  }

  String describe(String name) {
    return describe(JsonMapper.shared().createObjectNode(), name).toString();
  }

  /** With vLLM's word for the context length, where it is known. */
  private ObjectNode describe(ObjectNode node, String name) {
    node.put("id", name).put("object", "model").put("created", created).put("owned_by", "ethogram");
    named(name).contextLength().ifPresent(length -> node.put("max_model_len", length));
    return node;
  }
}
