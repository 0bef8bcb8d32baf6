package io.mts1b.platform.audit;

import io.mts1b.foundation.Require;

/**
 * What a trail was at some time, in one hash: to be kept elsewhere, and compared.
 *
 * @param size how many entries it had
 * @param root the root of the tree over them, as 64 hexadecimal digits
 */
public record TreeHead(long size, String root) {

    /** Validates. */
    public TreeHead {
        Require.that(size >= 0, "size must not be negative, was " + size);
        Require.that(root.matches("[0-9a-f]{64}"), "root must be 64 hexadecimal digits, was '" + root + "'");
    }

    /**
     * Reads the text form.
     *
     * @param text the size, a colon and the root
     * @return the head
     * @throws IllegalArgumentException if it is none
     */
    public static TreeHead parse(String text) {
        String[] parts = text.split(":", -1);
        Require.that(
                parts.length == 2 && parts[0].matches("[0-9]{1,18}"), "head must be <size>:<root>, was '" + text + "'");
        return new TreeHead(Long.parseLong(parts[0]), parts[1]);
    }

    /** Returns the text form. */
    @Override
    public String toString() {
        return size + ":" + root;
    }
}
