package org.ethogram.games.strategies;

import java.util.List;
import java.util.Optional;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.play.Seat;

/**
 * Lets a team play the match in thought and decides by what its members would do (Langner, Axelrod
 * library). Each member sees the other's moves and its own proposals as if those had been played.
 *
 * @param team members that draw nothing, so that what they would have done is certain
 * @param keepsScores whether the verdict needs what the members would have gained
 */
record MetaPlayer(String name, List<DilemmaStrategy> team, boolean keepsScores, Verdict verdict)
    implements DilemmaStrategy {
  MetaPlayer {
    team = List.copyOf(team);
  }

  /** How the members' proposals become a decision. */
  @FunctionalInterface
  interface Verdict {
    /**
     * The chance of cooperation.
     *
     * @param cooperates what each member proposes
     * @param scores what each member would have gained so far; zeros where none are kept
     */
    double cooperation(boolean[] cooperates, double[] scores, Diary diary);

    /** This verdict, but no defection before the other's first. */
    default Verdict nice() {
      return (cooperates, scores, diary) ->
          diary.otherDefections() == 0 ? Decider.C : cooperation(cooperates, scores, diary);
    }
  }

  @Override
  public DilemmaPlayer begin(Seat seat) {
    Optional<DilemmaPayoffs> payoffs =
        keepsScores ? Optional.of(Payoffs.of(seat, name)) : Optional.empty();
    return new Council(team.stream().map(member -> member.begin(seat)).toList(), payoffs, verdict);
  }

  private static final class Council implements DilemmaPlayer {
    private final List<DilemmaPlayer> members;
    private final Optional<DilemmaPayoffs> payoffs;
    private final Verdict verdict;
    private final boolean[] cooperates;
    private final double[] scores;
    private final Diary diary = new Diary();
    private double next;

    Council(List<DilemmaPlayer> members, Optional<DilemmaPayoffs> payoffs, Verdict verdict) {
      this.members = members;
      this.payoffs = payoffs;
      this.verdict = verdict;
      this.cooperates = new boolean[members.size()];
      this.scores = new double[members.size()];
      decide();
    }

    @Override
    public double cooperation() {
      return next;
    }

    @Override
    public void observe(boolean self, boolean others) {
      for (int member = 0; member < cooperates.length; member++) {
        members.get(member).observe(cooperates[member], others);
      }
      payoffs.ifPresent(known -> credit(known, others));
      diary.add(self, others);
      decide();
    }

    private void credit(DilemmaPayoffs known, boolean others) {
      for (int member = 0; member < scores.length; member++) {
        scores[member] += Payoffs.gained(known, cooperates[member], others);
      }
    }

    private void decide() {
      for (int member = 0; member < cooperates.length; member++) {
        cooperates[member] = members.get(member).cooperation() == Decider.C;
      }
      next = verdict.cooperation(cooperates, scores, diary);
    }
  }
}
