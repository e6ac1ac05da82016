package org.ethogram.lab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ethogram.lab.recipe.TrainingData;
import org.ethogram.models.Prompt.Message;
import org.ethogram.models.Prompt.Role;
import org.ethogram.training.supervised.Conversation;
import org.ethogram.training.supervised.Demonstration;
import tools.jackson.databind.JsonNode;

/** The examples of a source, in the order of its files. */
final class Examples {
  private final BadRows bad;
  private final JsonRows rows;

  private Examples(BadRows bad) {
    this.bad = bad;
    this.rows = new JsonRows(bad);
  }

  static List<Example> of(TrainingData.Supervised source, BadRows bad) {
    Examples examples = new Examples(bad);
    List<Example> read = new ArrayList<>();
    source
        .files()
        .forEach(
            file ->
                examples.rows.read(
                    file,
                    (place, row) -> examples.example(source, place, row).ifPresent(read::add)));
    return read;
  }

  private Optional<Example> example(TrainingData.Supervised source, String place, JsonNode row) {
    return switch (source) {
      case TrainingData.PromptsAndCompletions pairs -> pair(pairs, place, row);
      case TrainingData.Conversations talks -> talk(talks.messages(), place, row);
    };
  }

  private Optional<Example> pair(
      TrainingData.PromptsAndCompletions pairs, String place, JsonNode row) {
    Optional<String> prompt = rows.text(place, row, pairs.prompt());
    if (prompt.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> completion = rows.text(place, row, pairs.completion());
    if (completion.filter(String::isEmpty).isPresent()) {
      bad.add(place, "its completion is empty");
      return Optional.empty();
    }
    return completion.map(
        written -> new Example.Pair(place, new Demonstration(prompt.get(), written)));
  }

  private Optional<Example> talk(String field, String place, JsonNode row) {
    JsonNode turns = row.path(field);
    if (!turns.isArray() || turns.isEmpty()) {
      bad.add(place, "its field '" + field + "' is no list of messages");
      return Optional.empty();
    }
    List<Message> messages = new ArrayList<>();
    for (JsonNode turn : turns) {
      Optional<Role> role = role(turn.path("role").asString(""));
      if (role.isEmpty() || !turn.path("content").isString()) {
        bad.add(
            place,
            "message %d is no {role: system, user or assistant, content: a text}"
                .formatted(messages.size() + 1));
        return Optional.empty();
      }
      messages.add(new Message(role.get(), turn.path("content").asString()));
    }
    if (messages.getLast().role() != Role.ASSISTANT) {
      bad.add(place, "its last message is not the assistant's");
      return Optional.empty();
    }
    return Optional.of(new Example.Talk(place, new Conversation(messages)));
  }

  private static Optional<Role> role(String name) {
    for (Role role : Role.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
