package org.ethogram.games.strategies;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/** The finite automata of the literature, transition by transition. */
final class StateMachines {
  private static final String ASHLOCK = "Ashlock & Kim 2008; Ashlock, Tsang & Ashlock 2014";
  private static final String EVOLVED = "Harper et al. 2017";

  private StateMachines() {}

  static List<Entry> entries() {
    return List.of(
        recalling(2, "fortress-3", ASHLOCK, 1, 'D', "1C1D 1D2D 2C1D 2D3C 3C3C 3D1D"),
        recalling(3, "fortress-4", ASHLOCK, 1, 'D', "1C1D 1D2D 2C1D 2D3D 3C1D 3D4C 4C4C 4D1D"),
        machine(
            "predator",
            ASHLOCK,
            0,
            'C',
            """
            0C0D 0D1D 1C2D 1D3D 2C4C 2D3D 3C5D 3D4C 4C2C 4D6D 5C7D 5D3D 6C7C 6D7D 7C8D 7D7D 8C8D
            8D6D
            """),
        machine("pun-1", "Ashlock, Kim & Leahy 2006", 1, 'D', "1C2C 1D2C 2C1C 2D1D"),
        machine("raider", ASHLOCK, 0, 'D', "0C2D 0D2D 1C1C 1D1D 2C0D 2D3C 3C0D 3D1C"),
        recalling(3, "ripoff", ASHLOCK, 1, 'D', "1C2C 1D3C 2C1D 2D3C 3C3C 3D3D"),
        machine("usually-cooperates", ASHLOCK, 1, 'C', "1C1C 1D2C 2C1D 2D1C"),
        machine("usually-defects", ASHLOCK, 1, 'D', "1C2D 1D1D 2C1D 2D1C"),
        recalling(2, "solution-b-1", ASHLOCK, 1, 'D', "1C2D 1D1D 2C2C 2D3C 3C3C 3D3C"),
        machine(
            "solution-b-5",
            ASHLOCK,
            1,
            'D',
            "1C2C 1D6D 2C2C 2D3D 3C6C 3D1D 4C3C 4D6D 5C5D 5D4D" + " 6C3C 6D5D"),
        machine("thumper", ASHLOCK, 1, 'C', "1C1C 1D2D 2C1D 2D1D"),
        machine("evolved-fsm-4", EVOLVED, 0, 'C', "0C0C 0D2D 1C3D 1D0C 2C2D 2D1C 3C3D 3D1D"),
        machine(
            "evolved-fsm-6",
            EVOLVED,
            4,
            'C',
            "2C2D 2D7D 3C6D 3D4C 4C4C 4D6D 5C2D 5D7D 6C3C 6D5D 7C2C 7D3D"),
        machine(
            "evolved-fsm-16",
            EVOLVED,
            0,
            'C',
            """
            0C0C 0D12D 1C3D 1D6C 2C2D 2D14D 3C3D 3D3D 5C12D 5D10D 6C5C 6D12D 7C3D 7D1C 8C5C 8D5C
            10C11D 10D8C 11C15D 11D5D 12C8C 12D11D 13C13D 13D7D 14C13D 14D13D 15C15D 15D2C
            """),
        machine(
            "evolved-fsm-16-noise-05",
            EVOLVED,
            0,
            'C',
            """
            0C8C 0D3D 1C13C 1D15D 2C12C 2D3D 3C10C 3D3D 4C5D 4D4D 5C4D 5D10D 6C8C 6D6D 8C2C 8D4D
            10C4D 10D1D 11C14D 11D13C 12C13C 12D2C 13C13C 13D6C 14C3D 14D13D 15C5D 15D11C
            """),
        machine(
            "tf-1",
            EVOLVED,
            0,
            'C',
            """
            0C7C 0D1C 1C11D 1D11D 2C8D 2D8C 3C3C 3D12D 4C6C 4D3C 5C11C 5D8D 6C13D 6D14C 7C4D 7D2D
            8C14D 8D8D 9C0C 9D10D 10C8C 10D15C 11C6D 11D5D 12C6D 12D9D 13C9D 13D8D 14C8D 14D13D
            15C4C 15D5C
            """),
        machine(
            "tf-2",
            EVOLVED,
            0,
            'C',
            """
            0C13D 0D12D 1C3D 1D4D 2C14D 2D9D 3C0C 3D1D 4C1D 4D2D 7C12D 7D2D 8C7D 8D9D 9C8D 9D0D
            10C2C 10D15C 11C7D 11D13D 12C3C 12D8D 13C7C 13D10D 14C10D 14D7D 15C15C 15D11D
            """),
        machine(
            "tf-3",
            EVOLVED,
            0,
            'C',
            "0C0C 0D3C 1C5D 1D0C 2C3C 2D2D 3C4D 3D6D 4C3C 4D1D 5C6C 5D3D 6C6D 6D6D 7C7D 7D5C"),
        recalling(
            4,
            "second-by-colbert",
            "Colbert, in Axelrod 1980b",
            0,
            'C',
            """
            0C1C 0D1C 1C2C 1D2C 2C3C 2D3C 3C4C 3D4C 4C5D 4D5D 5C6C 5D6C 6C7C 6D7C 7C7C 7D8D 8C9D
            8D9D 9C10C 9D10C 10C7C 10D7C
            """),
        Draft.of("finite-state-machine", "Rubinstein 1986")
            .also("fsm")
            .parameters(
                "(state, move, transitions): the initial state, the first move and the"
                    + " transitions, such as (1, C, 1C1C 1D2D 2C1C 2D2D), where 1D2D reads: in"
                    + " state 1, after the other's D, go to state 2 and play D")
            .takes(
                3,
                3,
                arguments ->
                    new StateMachine(
                        arguments.fullName(),
                        arguments.whole(0),
                        arguments.move(1),
                        arguments.values().get(2))));
  }

  private static Entry machine(
      String name, String source, int initialState, char opening, String transitions) {
    return Draft.of(name, source).is(new StateMachine(name, initialState, opening, transitions));
  }

  /** A machine whose state the last so many rounds tell. */
  private static Entry recalling(
      int rounds, String name, String source, int initialState, char opening, String transitions) {
    return Draft.of(name, source)
        .memory(rounds)
        .is(new StateMachine(name, initialState, opening, transitions));
  }
}
