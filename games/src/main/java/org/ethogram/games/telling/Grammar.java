package org.ethogram.games.telling;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethogram.games.play.Horizon;

/** Every template that a game for so many players can be told with, for reading it back. */
record Grammar(
    List<Template> settings,
    List<Template> rules,
    List<Template> rounds,
    Template points,
    Map<Question.Topic, Template> questions) {
  private static final Map<Integer, Grammar> BY_SEATS = new ConcurrentHashMap<>();
  private static final List<Horizon> HORIZONS =
      List.of(new Horizon.Known(1), new Horizon.Unknown(1), new Horizon.Geometric(0));

  static Grammar of(int seats) {
    return BY_SEATS.computeIfAbsent(seats, Grammar::compile);
  }

  private static Grammar compile(int seats) {
    Set<String> settings = new LinkedHashSet<>();
    for (Horizon horizon : HORIZONS) {
      for (int variant = 0; variant < English.SETTINGS; variant++) {
        settings.addAll(English.setting(variant, seats, horizon));
      }
    }
    return new Grammar(
        settings.stream().map(Template::of).toList(),
        variants(English.RULES, variant -> English.rule(variant, seats)).toList(),
        variants(English.ROUNDS, variant -> English.round(variant, seats)).toList(),
        Template.of(English.points(seats)),
        Stream.of(Question.Topic.values())
            .collect(
                Collectors.toMap(
                    topic -> topic, topic -> Template.of(English.question(topic, seats)))));
  }

  private static Stream<Template> variants(int count, IntFunction<String> wording) {
    return IntStream.range(0, count).mapToObj(wording).map(Template::of);
  }

  /** The first template that the sentence is of. */
  static Optional<Map<Slot, String>> read(List<Template> templates, String sentence) {
    return templates.stream()
        .map(template -> template.read(sentence))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
