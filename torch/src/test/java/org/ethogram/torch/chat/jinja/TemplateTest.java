package org.ethogram.torch.chat.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Expected texts are those of Jinja2; src/test/python/chat_templates.py made templates.json. */
class TemplateTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 6);

  @Test
  void wholeTemplatesAreRenderedAsJinja2RendersThem() throws IOException {
    JsonNode file = expectations();
    SoftAssertions softly = new SoftAssertions();
    for (JsonNode one : file.path("cases")) {
      Map<String, Object> variables = new LinkedHashMap<>();
      variables.put(
          "messages", value(file.path("conversations").path(one.path("conversation").asInt())));
      variables.put("add_generation_prompt", one.path("prompt").asBoolean());
      variables.put("bos_token", "<s>");
      variables.put("eos_token", "</s>");
      String template = file.path("templates").path(one.path("template").asString()).asString();
      check(softly, one, template, variables);
    }
    assertThat(file.path("cases").size()).isEqualTo(96);
    softly.assertAll();
  }

  @Test
  void expressionsHaveTheValuesThatJinja2GivesThem() throws IOException {
    JsonNode file = expectations();
    SoftAssertions softly = new SoftAssertions();
    Map<String, Object> variables = new LinkedHashMap<>();
    file.path("values")
        .properties()
        .forEach(one -> variables.put(one.getKey(), value(one.getValue())));
    for (JsonNode one : file.path("expressions")) {
      check(softly, one, one.path("template").asString(), variables);
    }
    assertThat(file.path("expressions").size()).isGreaterThan(50);
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ message.getClass() }}",
        "{{ message.__class__.__mro__ }}",
        "{{ message['class'].forName('java.lang.Runtime') }}",
        "{{ ''.getBytes() }}",
        "{{ [].size() }}",
        "{{ raise_exception.call() }}",
        "{{ ''.class.forName('java.lang.System') }}",
      })
  void nothingOfJavaCanBeReached(String template) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> render(template, Map.of("message", Map.of("role", "user"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for a in range(99999) %}{% for b in range(99999) %}{{ b }}{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ range(10 ** 12) }}",
        "{{ 'a' * 10 ** 12 }}",
        "{{ [1] * 10 ** 12 }}",
        "{% set ns = namespace(x='aa') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{%"
            + " endfor %}",
        "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = ns.x + ns.x %}{%"
            + " endfor %}",
        "{% set ns = namespace(x=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] %}{%"
            + " endfor %}{{ ns.x }}",
        "{% set ns = namespace(x=[1], y=[1]) %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x]"
            + " %}{% set ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x == ns.y }}",
        "{% set a = 'x' * 9999 %}{{ a.replace('x', a.replace('x', a)) }}",
        "{% macro f(n) %}{{ f(n + 1) }}{% endmacro %}{{ f(0) }}",
        "{{ 9 ** 99 }}",
      })
  void workAndTextHaveAnEnd(String template) {
    assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> render(template, Map.of()));
  }

  @Test
  void nestingHasAnEnd() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> render("{{ " + "(".repeat(100_000) + " }}", Map.of()));
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> render("{{ 1" + " + 1".repeat(100_000) + " }}", Map.of()))
        .withMessageContaining("nested too deeply");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% include 'other' %}",
        "{% import 'os' as os %}",
        "{% extends 'other' %}",
        "{% call f() %}{% endcall %}",
        "{% for a in b recursive %}{% endfor %}",
        "{{ f(*args) }}",
        "{{ '<b>' | escape }}",
        "{% break %}",
      })
  void whatIsNotSupportedIsSaidWhenTheTemplateIsRead(String template) {
    assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> Template.read(template));
  }

  @Test
  void aProblemNamesItsLine() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> Template.read("one\ntwo {{ 1 }}\n{% for %}"))
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> render("one\n{% if true %}\n{{ a.b.c }}{% endif %}", Map.of()))
        .withMessage("'a' is undefined")
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> Template.read("{{ x | trin }}"))
        .withMessageContaining("Did you mean 'trim'");
  }

  @Test
  void aTemplateServesManyThreads() {
    Template template = Template.read("{% for i in range(50) %}{{ i }}{% endfor %}");
    String alone = template.render(Map.of(), DAY);
    List<String> together =
        java.util.stream.IntStream.range(0, 200)
            .parallel()
            .mapToObj(_ -> template.render(Map.of(), DAY))
            .toList();
    assertThat(together).containsOnly(alone);
  }

  private static void check(
      SoftAssertions softly, JsonNode one, String template, Map<String, Object> variables) {
    String name = template.substring(0, Math.min(80, template.length())) + one;
    if (one.has("refused")) {
      softly
          .assertThatThrownBy(() -> render(template, variables))
          .as(name)
          .isInstanceOf(TemplateException.class);
    } else {
      try {
        softly
            .assertThat(render(template, variables))
            .as(name)
            .isEqualTo(one.path("expected").asString());
      } catch (TemplateException e) {
        softly.fail(name, e);
      }
    }
  }

  private static String render(String template, Map<String, Object> variables) {
    return Template.read(template).render(variables, DAY);
  }

  private static JsonNode expectations() throws IOException {
    try (InputStream file = TemplateTest.class.getResourceAsStream("templates.json")) {
      return JsonMapper.shared().readTree(file);
    }
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(one -> map.put(one.getKey(), value(one.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(one -> list.add(value(one)));
      return list;
    }
    if (node.isNull()) {
      return Template.none();
    }
    if (node.isBoolean()) {
      return node.asBoolean();
    }
    if (node.isString()) {
      return node.asString();
    }
    return node.isIntegralNumber() ? (Object) node.asLong() : (Object) node.asDouble();
  }
}
