package io.mts1b.contracts.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the house from files. */
public final class HouseFile {

    private HouseFile() {}

    /**
     * Returns the house of MTS1B itself, from the two files that lie in this artifact.
     *
     * @return the house
     */
    public static House standard() {
        return Standard.HOUSE;
    }

    /**
     * Returns the house of MTS1B with a user's own file added: further artifacts, concepts, packages that are held to
     * the effects, types for public signatures, exceptions for the search for secrets. The keys are those of {@code
     * house.yaml} in this artifact; each may be left out.
     *
     * @param file the user's file
     * @return both
     * @throws HouseException if the file has an unknown key, a name twice, lacks a name, names what is not there, or
     *     has a circle on one floor
     * @throws UncheckedIOException if it cannot be read
     */
    public static House extendedBy(Path file) {
        try {
            return HouseReader.add(standard(), file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("house file cannot be read: " + file, e);
        }
    }

    /** Read once, when first asked for. */
    private static final class Standard {

        private static final House HOUSE = HouseReader.add(
                HouseReader.add(HouseReader.EMPTY, "house.yaml", resource("house.yaml")),
                "secrets.yaml",
                resource("secrets.yaml"));

        private static String resource(String name) {
            try (InputStream in = HouseFile.class.getResourceAsStream("/io/mts1b/contracts/" + name)) {
                if (in == null) {
                    throw new HouseException(name + " is not in this artifact");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(name + " cannot be read", e);
            }
        }
    }
}
