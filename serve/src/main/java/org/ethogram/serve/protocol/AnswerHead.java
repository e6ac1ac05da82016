package org.ethogram.serve.protocol;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands at the head of every part of an answer.
 *
 * @param identifier without the prefix that says its kind
 * @param created seconds since 1970
 * @param fingerprint changes when the weights behind the model's name do
 */
public record AnswerHead(
    String identifier, long created, String model, Optional<String> fingerprint) {
  ObjectNode open(String prefix, String object) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("id", prefix + identifier);
    node.put("object", object);
    node.put("created", created);
    node.put("model", model);
    fingerprint.ifPresent(text -> node.put("system_fingerprint", text));
    return node;
  }
}
