package io.mts1b.reportslibrary.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with slots such as {@code {{title}}}. What is filled in is not looked at again, so it may hold anything.
 *
 * @param texts what stands before, between and after the slots
 * @param slots the names of the slots in their order
 */
record Template(List<String> texts, List<String> slots) {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

    static Template parse(String text) {
        List<String> texts = new ArrayList<>();
        List<String> slots = new ArrayList<>();
        Matcher slot = SLOT.matcher(text);
        int from = 0;
        while (slot.find()) {
            texts.add(text.substring(from, slot.start()));
            slots.add(slot.group(1));
            from = slot.end();
        }
        texts.add(text.substring(from));
        return new Template(List.copyOf(texts), List.copyOf(slots));
    }

    /** Fills every slot; throws IllegalArgumentException if a value is missing or has no slot. */
    String fill(Map<String, String> values) {
        if (!List.copyOf(values.keySet()).equals(slots)) {
            throw new IllegalArgumentException("values must be for " + slots + ", were for " + values.keySet());
        }
        StringBuilder page = new StringBuilder(texts.getFirst());
        for (int i = 0; i < slots.size(); i++) {
            page.append(values.get(slots.get(i))).append(texts.get(i + 1));
        }
        return page.toString();
    }
}
