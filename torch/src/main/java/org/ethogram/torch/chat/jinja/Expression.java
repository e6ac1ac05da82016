package org.ethogram.torch.chat.jinja;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has a value. */
sealed interface Expression {
  record Constant(Object value) implements Expression {}

  record Variable(String name) implements Expression {}

  record ListOf(List<Expression> items) implements Expression {}

  record TupleOf(List<Expression> items) implements Expression {}

  record DictionaryOf(List<Map.Entry<Expression, Expression>> entries) implements Expression {}

  /** {@code of.name}: a method of the value before an entry of it. */
  record Attribute(Expression of, String name) implements Expression {}

  /** {@code of[key]}: an entry of the value before a method of it. */
  record Item(Expression of, Expression key) implements Expression {}

  record Slice(
      Expression of, @Nullable Expression from, @Nullable Expression to, @Nullable Expression step)
      implements Expression {}

  record Call(Expression function, Passed arguments) implements Expression {}

  record Filtered(Expression value, String filter, Passed arguments) implements Expression {}

  record Tested(Expression value, String test, Passed arguments) implements Expression {}

  record Not(Expression value) implements Expression {}

  record And(Expression left, Expression right) implements Expression {}

  record Or(Expression left, Expression right) implements Expression {}

  record Signed(boolean negative, Expression value) implements Expression {}

  record Arithmetic(String operator, Expression left, Expression right) implements Expression {}

  record Joined(List<Expression> parts) implements Expression {}

  /** {@code a < b <= c}: every neighbouring pair must hold. */
  record Compared(Expression first, List<Comparison> rest) implements Expression {}

  record Comparison(String operator, Expression right) {}

  record Conditional(Expression condition, Expression then, @Nullable Expression otherwise)
      implements Expression {}

  /** Arguments as they are written. */
  record Passed(List<Expression> positional, Map<String, Expression> named) {
    static final Passed NOTHING = new Passed(List.of(), Map.of());
  }
}
