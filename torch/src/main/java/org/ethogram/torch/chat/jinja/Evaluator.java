package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of expressions. */
final class Evaluator {
  private final Work work;

  Evaluator(Work work) {
    this.work = work;
  }

  Object value(Expression expression, Scope scope) {
    return work.spend(computed(expression, scope));
  }

  boolean isTrue(Expression expression, Scope scope) {
    return Values.isTrue(value(expression, scope));
  }

  private Object computed(Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.Constant constant -> constant.value();
      case Expression.Variable variable -> scope.get(variable.name());
      case Expression.ListOf list -> values(list.items(), scope);
      case Expression.TupleOf tuple -> new Tuple(values(tuple.items(), scope));
      case Expression.DictionaryOf dictionary -> dictionary(dictionary, scope);
      case Expression.Attribute attribute ->
          Attributes.attribute(value(attribute.of(), scope), attribute.name());
      case Expression.Item item ->
          Attributes.item(value(item.of(), scope), value(item.key(), scope));
      case Expression.Slice slice ->
          Attributes.slice(
              value(slice.of(), scope),
              valueOrNull(slice.from(), scope),
              valueOrNull(slice.to(), scope),
              valueOrNull(slice.step(), scope));
      case Expression.Call call -> call(call, scope);
      case Expression.Filtered filtered ->
          Filters.apply(
              filtered.filter(),
              value(filtered.value(), scope),
              arguments(filtered.arguments(), scope),
              work);
      case Expression.Tested tested ->
          Tests.holds(
              tested.test(),
              value(tested.value(), scope),
              arguments(tested.arguments(), scope),
              work);
      case Expression.Not not -> !isTrue(not.value(), scope);
      case Expression.And and -> {
        Object left = value(and.left(), scope);
        yield Values.isTrue(left) ? value(and.right(), scope) : left;
      }
      case Expression.Or or -> {
        Object left = value(or.left(), scope);
        yield Values.isTrue(left) ? left : value(or.right(), scope);
      }
      case Expression.Signed signed ->
          Numbers.signed(signed.negative(), value(signed.value(), scope));
      case Expression.Arithmetic arithmetic ->
          Numbers.apply(
              arithmetic.operator(),
              value(arithmetic.left(), scope),
              value(arithmetic.right(), scope));
      case Expression.Joined joined -> joined(joined, scope);
      case Expression.Compared compared -> compared(compared, scope);
      case Expression.Conditional conditional -> conditional(conditional, scope);
    };
  }

  private @Nullable Object valueOrNull(@Nullable Expression expression, Scope scope) {
    return expression == null ? null : value(expression, scope);
  }

  private List<Object> values(List<Expression> expressions, Scope scope) {
    List<Object> values = new ArrayList<>();
    for (Expression expression : expressions) {
      values.add(value(expression, scope));
    }
    return values;
  }

  private Object dictionary(Expression.DictionaryOf dictionary, Scope scope) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Map.Entry<Expression, Expression> entry : dictionary.entries()) {
      map.put(value(entry.getKey(), scope), value(entry.getValue(), scope));
    }
    return map;
  }

  private Object call(Expression.Call call, Scope scope) {
    Object function = value(call.function(), scope);
    if (function instanceof Function callable) {
      return callable.call(arguments(call.arguments(), scope));
    }
    throw new TemplateFault(Values.kind(function) + " cannot be called");
  }

  private Arguments arguments(Expression.Passed passed, Scope scope) {
    Map<String, Object> named = new LinkedHashMap<>();
    passed.named().forEach((name, expression) -> named.put(name, value(expression, scope)));
    return new Arguments(values(passed.positional(), scope), named);
  }

  private Object joined(Expression.Joined joined, Scope scope) {
    BoundedText text = new BoundedText();
    joined.parts().forEach(part -> text.append(ValueText.of(value(part, scope))));
    return text.toString();
  }

  private Object conditional(Expression.Conditional conditional, Scope scope) {
    if (isTrue(conditional.condition(), scope)) {
      return value(conditional.then(), scope);
    }
    Expression otherwise = conditional.otherwise();
    return otherwise == null
        ? new Undefined("an 'if' without 'else' has no value")
        : value(otherwise, scope);
  }

  private boolean compared(Expression.Compared compared, Scope scope) {
    Object left = value(compared.first(), scope);
    for (Expression.Comparison comparison : compared.rest()) {
      Object right = value(comparison.right(), scope);
      if (!holds(comparison.operator(), left, right)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private boolean holds(String operator, Object left, Object right) {
    return switch (operator) {
      case "==" -> Values.areEqual(left, right, work);
      case "!=" -> !Values.areEqual(left, right, work);
      case "in" -> Values.contains(right, left, work);
      case "not in" -> !Values.contains(right, left, work);
      case "<" -> Values.compare(left, right) < 0;
      case "<=" -> Values.compare(left, right) <= 0;
      case ">" -> Values.compare(left, right) > 0;
      default -> Values.compare(left, right) >= 0;
    };
  }
}
