package io.mts1b.oms.commands;

import io.mts1b.oms.OmsState;
import java.util.SortedMap;
import java.util.TreeMap;

/** What venues tell otherwise, for reports: what it is about, and at which broker. */
final class Doubts {

    private Doubts() {}

    static SortedMap<String, String> of(OmsState state) {
        SortedMap<String, String> doubts = new TreeMap<>();
        state.differences()
                .forEach((broker, differences) ->
                        differences.forEach(difference -> doubts.put(difference.key(), broker.value())));
        return doubts;
    }
}
