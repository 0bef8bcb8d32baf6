package io.mts1b.contracts.facts;

import java.util.List;

/**
 * What some sources, or some classes, say.
 *
 * @param types the binary names of the types in them
 * @param definitions what they define
 * @param uses what they use
 * @param exposures what their public signatures show
 */
public record Code(List<String> types, List<Definition> definitions, List<Use> uses, List<Exposure> exposures) {

    /** Nothing. */
    public static final Code NONE = new Code(List.of(), List.of(), List.of(), List.of());

    /** Copies. */
    public Code {
        types = List.copyOf(types);
        definitions = List.copyOf(definitions);
        uses = List.copyOf(uses);
        exposures = List.copyOf(exposures);
    }
}
