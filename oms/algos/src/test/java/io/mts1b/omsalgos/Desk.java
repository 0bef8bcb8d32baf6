package io.mts1b.omsalgos;

import io.mts1b.omsalgos.AlgoCommand.Place;
import io.mts1b.platform.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/** Feeds an execution, and keeps what it said. */
final class Desk {

    static final RandomStreams RANDOM = new RandomStreams(7);

    final AlgoExecution execution;
    final List<AlgoCommand> said = new ArrayList<>();

    Desk(AlgoInput.Started start) {
        execution = new AlgoExecution(start, RANDOM);
    }

    /** Gives inputs, and returns the answers to them. */
    List<AlgoCommand> give(AlgoInput... inputs) {
        List<AlgoCommand> answers = new ArrayList<>();
        for (AlgoInput input : inputs) {
            answers.addAll(execution.accept(input));
        }
        said.addAll(answers);
        return answers;
    }

    /** Gives inputs and fills what is placed in answer, and returns the quantities placed. */
    List<String> fill(AlgoInput... inputs) {
        List<String> placed = new ArrayList<>();
        List<AlgoCommand> answers = give(inputs);
        while (!answers.isEmpty()) {
            List<AlgoCommand> next = new ArrayList<>();
            for (AlgoCommand answer : answers) {
                if (answer instanceof Place place) {
                    placed.add(place.quantity().toString());
                    next.addAll(give(new AlgoInput.ChildFilled(place.child(), place.quantity())));
                }
            }
            answers = next;
        }
        return placed;
    }

    /** Writes commands as {@code 100@10.01} and {@code -1} for a cancel. */
    static List<String> text(List<AlgoCommand> commands) {
        return commands.stream()
                .map(command -> switch (command) {
                    case Place place ->
                        place.quantity() + "@"
                                + place.orderType().limitPrice().orElseThrow()
                                + (place.instrument().equals(Orders.ACME)
                                        ? ""
                                        : " " + place.instrument().venue());
                    case AlgoCommand.Cancel cancel -> "-" + cancel.child();
                    case AlgoCommand.Finish finish -> finish.reason() + " " + finish.filled() + "/" + finish.unfilled();
                })
                .toList();
    }

    List<String> say(AlgoInput... inputs) {
        return text(give(inputs));
    }
}
