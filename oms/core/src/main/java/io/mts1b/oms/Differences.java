package io.mts1b.oms;

import io.mts1b.foundation.ids.BrokerId;
import java.util.List;
import java.util.function.Predicate;

/** Records what begins and ends to differ at one venue; what is recorded already is not recorded again. */
final class Differences {

    private final BrokerId broker;
    private final Recorder recorder;

    Differences(BrokerId broker, Recorder recorder) {
        this.broker = broker;
        this.recorder = recorder;
    }

    /** Tells whether it is new, or other than before. What an operator said is not ours stays so. */
    boolean found(Difference difference) {
        Difference before = recorder.state().venues().differences(broker).get(difference.key());
        if (difference.equals(before) || recorder.state().venues().isDisowned(broker, difference.key())) {
            return false;
        }
        recorder.record(new OmsEvent.DifferenceFound(broker, difference, recorder.now()));
        return true;
    }

    boolean stands(String key) {
        return recorder.state().venues().differences(broker).containsKey(key);
    }

    void ended(String key, String remedy) {
        if (stands(key)) {
            recorder.record(new OmsEvent.DifferenceEnded(broker, key, remedy, recorder.now()));
        }
    }

    void endAll(Predicate<Difference> which, String remedy) {
        List<Difference> ending = recorder.state().venues().differences(broker).values().stream()
                .filter(which)
                .toList();
        for (Difference difference : ending) {
            ended(difference.key(), remedy);
        }
    }
}
