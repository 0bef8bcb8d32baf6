package io.mts1b.contracts.house;

import java.util.List;

/**
 * What only its owners may touch.
 *
 * @param watched the packages that are held to it
 * @param kinds the effects
 */
public record Effects(List<String> watched, List<Kind> kinds) {

    /** Copies. */
    public Effects {
        watched = List.copyOf(watched);
        kinds = List.copyOf(kinds);
    }

    /**
     * One effect, such as the wall clock.
     *
     * @param name what people call it
     * @param owners the packages that may
     * @param calls how it is done
     * @param remedy what to do instead
     */
    public record Kind(String name, List<String> owners, List<Signature> calls, String remedy) {

        /** Copies. */
        public Kind {
            owners = List.copyOf(owners);
            calls = List.copyOf(calls);
        }
    }
}
