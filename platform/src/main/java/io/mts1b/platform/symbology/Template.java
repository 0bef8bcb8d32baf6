package io.mts1b.platform.symbology;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form such as <code>{base}-{quote}-SWAP</code>, which reads fields out of a text and writes them into one. Immutable. */
final class Template {

    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z0-9]+)}");

    private final String text;
    private final Pattern pattern;
    private final Set<TemplateField> fields = EnumSet.noneOf(TemplateField.class);

    Template(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        Matcher braces = FIELD.matcher(text);
        int end = 0;
        while (braces.find()) {
            TemplateField field = TemplateField.of(braces.group(1));
            regex.append(Pattern.quote(text.substring(end, braces.start())));
            regex.append("(?<")
                    .append(group(field))
                    .append('>')
                    .append(field.pattern())
                    .append(')');
            fields.add(field);
            end = braces.end();
        }
        this.pattern = Pattern.compile(regex + Pattern.quote(text.substring(end)));
    }

    private static String group(TemplateField field) {
        return field.name().replace("_", "");
    }

    boolean has(TemplateField field) {
        return fields.contains(field);
    }

    /** Returns what stands in the fields, or null if the text is of another form. */
    @Nullable Map<TemplateField, String> match(String symbol) {
        Matcher matcher = pattern.matcher(symbol);
        if (!matcher.matches()) {
            return null;
        }
        Map<TemplateField, String> found = new EnumMap<>(TemplateField.class);
        for (TemplateField field : fields) {
            found.put(field, matcher.group(group(field)));
        }
        return Collections.unmodifiableMap(found);
    }

    String fill(Function<TemplateField, String> values) {
        return FIELD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.apply(TemplateField.of(found.group(1)))));
    }

    /** Returns the form. */
    @Override
    public String toString() {
        return text;
    }
}
