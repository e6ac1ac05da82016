package org.ethogram.torch.chat.jinja;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What writes text, chooses, repeats or gives a name a value. */
sealed interface Statement {
  /** Where it begins, counted from 1. */
  int line();

  record Literal(int line, String text) implements Statement {}

  record Output(int line, Expression value) implements Statement {}

  record If(int line, List<Branch> branches, List<Statement> otherwise) implements Statement {}

  record Branch(int line, Expression condition, List<Statement> body) {}

  record For(
      int line,
      Target target,
      Expression items,
      @Nullable Expression condition,
      List<Statement> body,
      List<Statement> otherwise)
      implements Statement {}

  record Set(int line, Target target, Expression value) implements Statement {}

  /** The body's text becomes the value, after the filters, innermost first. */
  record SetBlock(int line, Target target, List<Expression.Filtered> filters, List<Statement> body)
      implements Statement {}

  record Macro(
      int line,
      String name,
      Map<String, java.util.Optional<Expression>> parameters,
      List<Statement> body)
      implements Statement {}

  /** A part with names of its own; {@code generation} marks what an assistant has written. */
  record Part(int line, List<Statement> body) implements Statement {}

  record Break(int line) implements Statement {}

  record Continue(int line) implements Statement {}

  /** What receives a value. */
  sealed interface Target {}

  record Named(String name) implements Target {}

  record Several(List<Target> targets) implements Target {}

  record InNamespace(String namespace, String name) implements Target {}
}
