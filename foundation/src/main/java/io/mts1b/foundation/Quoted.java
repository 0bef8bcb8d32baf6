package io.mts1b.foundation;

/** Somebody else's text as it may stand in one of our messages. */
public final class Quoted {

    /** What is refused is often garbage, and garbage is often long. */
    private static final int SHOWN = 80;

    private Quoted() {}

    /**
     * Returns text in quotes, cut if it is long, with control characters written out.
     *
     * @param text the text
     * @return one line of at most about a hundred characters
     */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), SHOWN) + 2).append('\'');
        text.chars().limit(SHOWN).forEach(c -> {
            if (Character.isISOControl(c)) {
                out.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
            } else {
                out.append((char) c);
            }
        });
        if (text.length() > SHOWN) {
            out.append("… (").append(text.length()).append(" characters)");
        }
        return out.append('\'').toString();
    }
}
