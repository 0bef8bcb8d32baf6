package io.mts1b.contracts.facts;

/**
 * A place in the tree.
 *
 * @param path the file, from the root, with forward slashes
 * @param line the line, 1 for the first; 0 if it is not known
 * @param element what stands there, such as {@code method sharpe}
 */
public record Place(String path, int line, String element) {

    @Override
    public String toString() {
        return path + (line > 0 ? ":" + line : "") + (element.isEmpty() ? "" : " (" + element + ")");
    }
}
