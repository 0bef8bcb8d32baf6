package io.mts1b.platform.messaging;

import java.util.ArrayList;
import java.util.List;

/** Cuts a message into pages: at the end of a line where one is near, else at a blank, and never through a character. */
final class Pages {

    private Pages() {}

    /**
     * Cuts.
     *
     * @param body the pieces
     * @param longest the most characters on a page, at least 2
     * @return pages that together hold all characters, in order
     */
    static List<List<Span>> of(List<Span> body, int longest) {
        List<List<Span>> pages = new ArrayList<>();
        List<Span> page = new ArrayList<>();
        int free = longest;
        for (Span span : body) {
            String rest = span.text();
            while (rest.length() > free) {
                int cut = cut(rest, free, longest);
                add(page, span.style(), rest.substring(0, cut));
                rest = rest.substring(cut);
                pages.add(List.copyOf(page));
                page.clear();
                free = longest;
            }
            add(page, span.style(), rest);
            free -= rest.length();
        }
        pages.add(List.copyOf(page));
        return pages.stream().filter(full -> !full.isEmpty()).toList();
    }

    private static void add(List<Span> page, Span.Style style, String text) {
        if (!text.isEmpty()) {
            page.add(new Span(style, text));
        }
    }

    /** Returns how many characters still go on this page; perhaps none, if it has others already. */
    private static int cut(String text, int free, int longest) {
        for (char end : new char[] {'\n', ' '}) {
            int last = text.lastIndexOf(end, free - 1);
            // A page that is cut short by more than half would look as if something were missing.
            if (last >= 0 && longest - free + last + 1 > longest / 2) {
                return last + 1;
            }
        }
        boolean through = free > 0 && Character.isHighSurrogate(text.charAt(free - 1));
        return through ? free - 1 : free;
    }
}
