package io.mts1b.contracts.house;

import java.util.List;
import java.util.OptionalInt;

/**
 * One artifact of the house.
 *
 * @param group the Maven group
 * @param id the Maven artifact id, such as {@code mts1b-oms-algos}
 * @param name what the house calls it, such as {@code oms-algos}
 * @param folder where it lies below the root, such as {@code oms/algos}
 * @param room its base package, such as {@code io.mts1b.omsalgos}
 * @param stand where it stands
 * @param beside the artifacts of the same floor it may use, by name
 * @param bare whether it must not need anything at run time
 */
public record Artifact(
        String group,
        String id,
        String name,
        String folder,
        String room,
        Stand stand,
        List<String> beside,
        boolean bare) {

    /** Copies. */
    public Artifact {
        beside = List.copyOf(beside);
    }

    /** Where an artifact stands. */
    public sealed interface Stand {}

    /**
     * On a floor: uses what is below.
     *
     * @param number the floor, 0 at the bottom
     */
    public record Floor(int number) implements Stand {

        @Override
        public String toString() {
            return "floor " + number;
        }
    }

    /** On no floor: uses nothing but in its tests, and is used by the top floor alone. */
    public record NoFloor() implements Stand {

        @Override
        public String toString() {
            return "no floor";
        }
    }

    /** A build tool beside the floors: used in tests alone. */
    public record Tool() implements Stand {

        @Override
        public String toString() {
            return "beside the floors";
        }
    }

    /**
     * Tells whether it is a build tool.
     *
     * @return whether it is
     */
    public boolean tool() {
        return stand instanceof Tool;
    }

    /**
     * Returns the floor.
     *
     * @return its number, or empty for an artifact on no floor
     */
    public OptionalInt floor() {
        return stand instanceof Floor(int number) ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /**
     * Tells whether a type lies in its room.
     *
     * @param type the binary name
     * @return whether it does
     */
    public boolean holds(String type) {
        return type.startsWith(room) && (type.length() == room.length() || type.charAt(room.length()) == '.');
    }

    @Override
    public String toString() {
        return name + " (" + stand + ")";
    }
}
