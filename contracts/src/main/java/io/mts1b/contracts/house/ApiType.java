package io.mts1b.contracts.house;

import java.util.List;

/**
 * Third-party types that may stand in public signatures.
 *
 * @param type which
 * @param rooms the packages whose signatures may hold them; empty for all
 * @param reason why
 */
public record ApiType(TypePattern type, List<String> rooms, String reason) {

    /** Copies. */
    public ApiType {
        rooms = List.copyOf(rooms);
    }

    /**
     * Tells whether a signature may hold a type.
     *
     * @param owner the type that declares the signature
     * @param exposed the type in it
     * @return whether this entry says so
     */
    public boolean allows(String owner, String exposed) {
        return type.matches(exposed)
                && (rooms.isEmpty() || rooms.stream().anyMatch(room -> new TypePattern(room).matches(owner)));
    }
}
