package org.ethogram.games.strategies;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.games.strategies.Belief.Course;

/**
 * Tit for tat for fifteen rounds; after that it defects where defections weigh more than
 * cooperations in its memory, in which each round one entry may be turned round and one lost
 * (Axelrod library).
 */
final class MemoryDecay implements Belief.Mind<MemoryDecay.Memory> {
  static final Memory EMPTY = new Memory(0, 0);

  private static final int OPENING = 15;
  private static final double ALTERATION = 0.03;
  private static final double LOSS = 0.1;
  private static final int WEIGHT_OF_DEFECTION = 2;

  record Memory(int cooperations, int defections) {
    Memory and(boolean cooperated) {
      return cooperated
          ? new Memory(cooperations + 1, defections)
          : new Memory(cooperations, defections + 1);
    }

    /** How probable it is that an entry chosen blindly is a cooperation. */
    double share() {
      return cooperations / (double) (cooperations + defections);
    }

    Memory change(int moreCooperations, int moreDefections) {
      return new Memory(cooperations + moreCooperations, defections + moreDefections);
    }

    boolean isKind() {
      return cooperations >= WEIGHT_OF_DEFECTION * defections;
    }
  }

  @Override
  public List<Course<Memory>> courses(Memory before, Diary diary) {
    if (diary.isEmpty()) {
      return Course.certain(true, before);
    }
    Memory memory = before.and(diary.other(1));
    if (diary.rounds() < OPENING) {
      return Course.certain(diary.other(1), memory);
    }
    List<Course<Memory>> courses = new ArrayList<>();
    double turnsC = ALTERATION * memory.share();
    addWithLoss(courses, 1 - ALTERATION, memory);
    addWithLoss(courses, turnsC, memory.change(-1, 1));
    addWithLoss(courses, ALTERATION - turnsC, memory.change(1, -1));
    return courses;
  }

  private static void addWithLoss(List<Course<Memory>> courses, double probability, Memory memory) {
    if (probability <= 0) {
      return;
    }
    double losesC = LOSS * memory.share();
    add(courses, probability * (1 - LOSS), memory);
    add(courses, probability * losesC, memory.change(-1, 0));
    add(courses, probability * (LOSS - losesC), memory.change(0, -1));
  }

  private static void add(List<Course<Memory>> courses, double probability, Memory memory) {
    if (probability > 0) {
      courses.add(new Course<>(probability, memory.isKind(), memory));
    }
  }
}
