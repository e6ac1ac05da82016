package org.ethogram.torch.pickle;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stack machine for the instructions with which dictionaries of tensors are written.
 *
 * <p>A pickle is a program, and Python's own machine calls whatever function it names. This one
 * calls nothing: a name has to be allowed by {@link PickleObjects}, which makes what the name
 * stands for. All other instructions are refused, and time and memory are bounded by the number of
 * steps, as no instruction does more than the items that were pushed for it.
 */
public final class PickleMachine {
  private static final int NEWEST_PROTOCOL = 5;
  private static final int OLDEST_PROTOCOL = 2;
  private static final int MOST_STEPS = 4_000_000;

  private final PickleInput input;
  private final PickleObjects objects;
  private final MarkedStack stack = new MarkedStack();
  private final Map<Long, Value> memo = new HashMap<>();

  private PickleMachine(PickleInput input, PickleObjects objects) {
    this.input = input;
    this.objects = objects;
  }

  /**
   * Reads one pickle; the input then stands behind it.
   *
   * @throws PickleException when it is damaged or asks for more than data
   */
  public static Value read(PickleInput input, PickleObjects objects) {
    return new PickleMachine(input, objects).run();
  }

  private Value run() {
    if (next() != Opcode.PROTO) {
      throw PickleException.damaged("it is no pickle of protocol 2 or above");
    }
    int protocol = input.unsignedByte();
    if (protocol < OLDEST_PROTOCOL || protocol > NEWEST_PROTOCOL) {
      throw PickleException.refused("its pickle has protocol " + protocol + ", not 2 to 5");
    }
    for (int step = 0; step < MOST_STEPS; step++) {
      Opcode opcode = next();
      if (opcode == Opcode.STOP) {
        return stack.pop();
      }
      execute(opcode);
    }
    throw PickleException.refused("its pickle has more than " + MOST_STEPS + " instructions");
  }

  private Opcode next() {
    long place = input.position();
    int code = input.unsignedByte();
    return Opcode.of(code)
        .orElseThrow(
            () ->
                PickleException.damaged(
                    "byte %d of its pickle, 0x%02x, is no instruction".formatted(place, code)));
  }

  private void execute(Opcode opcode) {
    switch (opcode) {
      case FRAME -> input.unsignedLong();
      case MARK -> stack.mark();
      case POP -> stack.pop();
      case POP_MARK -> stack.popToMark();
      case NONE -> stack.push(Value.None.NONE);
      case NEWTRUE -> stack.push(new Value.Truth(true));
      case NEWFALSE -> stack.push(new Value.Truth(false));
      case BININT -> pushWhole(input.signedInt());
      case BININT1 -> pushWhole(input.unsignedByte());
      case BININT2 -> pushWhole(input.unsignedShort());
      case LONG1 -> stack.push(new Value.Whole(input.integer(input.unsignedByte())));
      case BINFLOAT -> stack.push(new Value.Real(input.real()));
      case SHORT_BINUNICODE -> pushText(input.unsignedByte());
      case BINUNICODE -> pushText(input.unsignedInt());
      case BINUNICODE8 -> pushText(input.unsignedLong());
      case EMPTY_TUPLE -> stack.push(new Value.Tuple(List.of()));
      case TUPLE1 -> stack.push(new Value.Tuple(stack.pop(1)));
      case TUPLE2 -> stack.push(new Value.Tuple(stack.pop(2)));
      case TUPLE3 -> stack.push(new Value.Tuple(stack.pop(3)));
      case TUPLE -> stack.push(new Value.Tuple(stack.popToMark()));
      case EMPTY_LIST -> stack.push(new Value.Sequence());
      case APPEND -> append(stack.pop(1));
      case APPENDS -> append(stack.popToMark());
      case EMPTY_DICT -> stack.push(new Value.Dictionary());
      case SETITEM -> set(stack.pop(2));
      case SETITEMS -> set(stack.popToMark());
      case BINPUT -> memo.put((long) input.unsignedByte(), stack.top());
      case LONG_BINPUT -> memo.put(input.unsignedInt(), stack.top());
      case MEMOIZE -> memo.put((long) memo.size(), stack.top());
      case BINGET -> stack.push(remembered(input.unsignedByte()));
      case LONG_BINGET -> stack.push(remembered(input.unsignedInt()));
      case GLOBAL -> stack.push(allowed(new Value.Global(input.line(), input.line())));
      case STACK_GLOBAL -> stack.push(stackGlobal(stack.pop(2)));
      case REDUCE -> stack.push(reduce(stack.pop(2)));
      case BUILD -> build(stack.pop());
      case BINPERSID -> stack.push(objects.persistent(stack.pop()));
      default ->
          throw PickleException.refused(
              "its pickle has the instruction " + opcode + ", which no file of weights needs");
    }
  }

  private void pushWhole(long value) {
    stack.push(new Value.Whole(BigInteger.valueOf(value)));
  }

  private void pushText(long length) {
    stack.push(new Value.Text(input.text(length)));
  }

  private void append(List<Value> items) {
    if (!(stack.top() instanceof Value.Sequence list)) {
      throw PickleException.damaged("it appends to " + stack.top().kind());
    }
    list.items.addAll(items);
  }

  private void set(List<Value> keysAndValues) {
    if (!(stack.top() instanceof Value.Dictionary dictionary)) {
      throw PickleException.refused("it sets items of " + stack.top().kind());
    }
    if (keysAndValues.size() % 2 != 0) {
      throw PickleException.damaged("it sets a key without a value");
    }
    for (int index = 0; index < keysAndValues.size(); index += 2) {
      dictionary.put(keysAndValues.get(index), keysAndValues.get(index + 1));
    }
  }

  private Value remembered(long index) {
    Value value = memo.get(index);
    if (value == null) {
      throw PickleException.damaged("it recalls value " + index + ", which it never kept");
    }
    return value;
  }

  private Value stackGlobal(List<Value> names) {
    if (names.getFirst() instanceof Value.Text(String module)
        && names.getLast() instanceof Value.Text(String name)) {
      return allowed(new Value.Global(module, name));
    }
    throw PickleException.damaged("it names a class by something that is no text");
  }

  private Value.Global allowed(Value.Global global) {
    if (!objects.allows(global)) {
      throw PickleException.refused(
          "its pickle names "
              + global.kind()
              + ", which no file of weights needs and which may run a program; nothing was run");
    }
    return global;
  }

  private Value reduce(List<Value> callableAndArguments) {
    if (callableAndArguments.getFirst() instanceof Value.Global function
        && callableAndArguments.getLast() instanceof Value.Tuple arguments) {
      return objects.call(function, arguments);
    }
    throw PickleException.refused("it calls " + callableAndArguments.getFirst().kind());
  }

  /** Attributes: those of a dictionary are metadata that nobody reads, others are refused. */
  private void build(Value attributes) {
    if (!(stack.top() instanceof Value.Dictionary) || !(attributes instanceof Value.Dictionary)) {
      throw PickleException.refused("it sets attributes of " + stack.top().kind());
    }
  }
}
