package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the statements of a template once. */
final class Renderer {
  private static final int DEEPEST_CALL = 50;

  private final Work work = new Work();
  private final Evaluator evaluator = new Evaluator(work);
  private int line = 1;
  private int calls;

  private enum Flow {
    ON,
    BREAK,
    CONTINUE
  }

  static String render(List<Statement> statements, Map<String, Object> variables) {
    Renderer renderer = new Renderer();
    try {
      BoundedText output = new BoundedText();
      renderer.run(statements, Scope.outermost(variables), output);
      return output.toString();
    } catch (TemplateFault fault) {
      throw new TemplateException(renderer.line, fault.problem());
    } catch (StackOverflowError e) {
      throw new TemplateException(renderer.line, "it is nested too deeply");
    }
  }

  private Flow run(List<Statement> statements, Scope scope, BoundedText output) {
    for (Statement statement : statements) {
      Flow flow = run(statement, scope, output);
      if (flow != Flow.ON) {
        return flow;
      }
    }
    return Flow.ON;
  }

  private Flow run(Statement statement, Scope scope, BoundedText output) {
    work.spend(1);
    line = statement.line();
    return switch (statement) {
      case Statement.Literal literal -> {
        output.append(literal.text());
        yield Flow.ON;
      }
      case Statement.Output one -> {
        output.append(ValueText.of(evaluator.value(one.value(), scope)));
        yield Flow.ON;
      }
      case Statement.If choice -> {
        for (Statement.Branch branch : choice.branches()) {
          line = branch.line();
          if (evaluator.isTrue(branch.condition(), scope)) {
            yield run(branch.body(), scope, output);
          }
        }
        yield run(choice.otherwise(), scope, output);
      }
      case Statement.For loop -> loop(loop, scope, output);
      case Statement.Set set -> {
        assign(set.target(), evaluator.value(set.value(), scope), scope);
        yield Flow.ON;
      }
      case Statement.SetBlock set -> {
        assign(set.target(), blockText(set, scope), scope);
        yield Flow.ON;
      }
      case Statement.Macro macro -> {
        scope.set(macro.name(), (Function) arguments -> called(macro, arguments, scope));
        yield Flow.ON;
      }
      case Statement.Part part -> run(part.body(), scope.inner(), output);
      case Statement.Break _ -> Flow.BREAK;
      case Statement.Continue _ -> Flow.CONTINUE;
    };
  }

  private Flow loop(Statement.For loop, Scope scope, BoundedText output) {
    List<Object> items = chosen(loop, scope);
    if (items.isEmpty()) {
      return run(loop.otherwise(), scope.inner(), output);
    }
    LoopState state = new LoopState(items);
    for (int index = 0; index < items.size(); index++) {
      state.moveTo(index);
      Scope inner = scope.inner();
      inner.set("loop", state);
      assign(loop.target(), items.get(index), inner);
      if (run(loop.body(), inner, output) == Flow.BREAK) {
        break;
      }
    }
    return Flow.ON;
  }

  /** The items for which the loop's condition holds; it does not see {@code loop}. */
  private List<Object> chosen(Statement.For loop, Scope scope) {
    List<Object> items = Values.items(evaluator.value(loop.items(), scope));
    Expression condition = loop.condition();
    if (condition == null) {
      return items;
    }
    List<Object> chosen = new ArrayList<>();
    for (Object item : items) {
      Scope inner = scope.inner();
      assign(loop.target(), item, inner);
      if (evaluator.isTrue(condition, inner)) {
        chosen.add(item);
      }
    }
    return chosen;
  }

  private Object blockText(Statement.SetBlock set, Scope scope) {
    BoundedText text = new BoundedText();
    run(set.body(), scope.inner(), text);
    Object value = text.toString();
    for (Expression.Filtered filter : set.filters()) {
      Expression.Constant written = new Expression.Constant(value);
      value =
          evaluator.value(
              new Expression.Filtered(written, filter.filter(), filter.arguments()), scope);
    }
    return value;
  }

  private Object called(Statement.Macro macro, Arguments arguments, Scope defined) {
    if (++calls > DEEPEST_CALL) {
      throw new TemplateFault("macros call each other more than " + DEEPEST_CALL + " deep");
    }
    int callingLine = line;
    Scope scope = defined.inner();
    List<Optional<Object>> given =
        arguments.bind(macro.parameters().keySet().toArray(String[]::new));
    int index = 0;
    for (Map.Entry<String, Optional<Expression>> parameter : macro.parameters().entrySet()) {
      Optional<Expression> byDefault = parameter.getValue();
      scope.set(
          parameter.getKey(),
          given
              .get(index++)
              .or(() -> byDefault.map(expression -> evaluator.value(expression, scope)))
              .orElse(new Undefined("'" + parameter.getKey() + "' is not given")));
    }
    BoundedText text = new BoundedText();
    run(macro.body(), scope, text);
    line = callingLine;
    calls--;
    return text.toString();
  }

  private static void assign(Statement.Target target, Object value, Scope scope) {
    switch (target) {
      case Statement.Named named -> scope.set(named.name(), value);
      case Statement.InNamespace inner -> {
        if (!(scope.get(inner.namespace()) instanceof Namespace namespace)) {
          throw new TemplateFault("'" + inner.namespace() + "' is no namespace");
        }
        namespace.values().put(inner.name(), value);
      }
      case Statement.Several several -> {
        List<Object> parts = Values.items(value);
        if (parts.size() != several.targets().size()) {
          throw new TemplateFault(
              "%d values do not go into %d names"
                  .formatted(parts.size(), several.targets().size()));
        }
        for (int index = 0; index < parts.size(); index++) {
          assign(several.targets().get(index), parts.get(index), scope);
        }
      }
    }
  }
}
