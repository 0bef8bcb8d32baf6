package io.mts1b.brokers.wire;

import java.util.Collection;

/** Writes a JSON object as venues do: members in order, numbers as numbers or as texts, as the protocol wants. */
public final class Fields {

    private final StringBuilder members = new StringBuilder();

    /** Begins an object without members. */
    public Fields() {}

    private Fields member(String name, String json) {
        if (!members.isEmpty()) {
            members.append(',');
        }
        members.append(quoted(name)).append(':').append(json);
        return this;
    }

    /**
     * Adds a text.
     *
     * @param name of the member
     * @param value anything, by its text
     * @return this
     */
    public Fields text(String name, Object value) {
        return member(name, quoted(value.toString()));
    }

    /**
     * Adds a number or a flag, whose text is JSON.
     *
     * @param name of the member
     * @param value such as a long, a boolean or a decimal of the house
     * @return this
     */
    public Fields plain(String name, Object value) {
        return member(name, value.toString());
    }

    /**
     * Adds an object.
     *
     * @param name of the member
     * @param value the object
     * @return this
     */
    public Fields object(String name, Fields value) {
        return member(name, value.toString());
    }

    /**
     * Adds an array.
     *
     * @param name of the member
     * @param elements what has JSON for its text
     * @return this
     */
    public Fields array(String name, Collection<?> elements) {
        StringBuilder json = new StringBuilder("[");
        for (Object element : elements) {
            json.append(json.length() == 1 ? "" : ",").append(element);
        }
        return member(name, json.append(']').toString());
    }

    /**
     * Writes a text.
     *
     * @param text any text
     * @return it as a JSON string
     */
    public static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(c < 0x10 ? '0' : '1').append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    /** Returns the object. */
    @Override
    public String toString() {
        return "{" + members + "}";
    }
}
