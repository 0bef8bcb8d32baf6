package io.mts1b.platform.security;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes secrets out of text that people, files and other machines will see: log lines, exceptions, HTTP
 * traces, dumps of a configuration.
 *
 * <p>It knows the value of a sensitive name ({@code password=}, {@code "apiSecret":}, {@code Authorization:},
 * {@code --token}, {@code <passphrase>}), tokens by their looks (GitHub, AWS, Slack, Telegram, Stripe, Google,
 * JSON web tokens and more), private keys in PEM, wallet keys and seed phrases, payment-card numbers (issuer
 * range and Luhn check), and the user information of URLs. To these it adds what its owner
 * {@linkplain #withPattern configured} and the values this process {@linkplain #withKnown knows} to be secret.
 *
 * <p><b>Cost.</b> One pass, linear in the text whatever the text: the scanner looks at each character a bounded
 * number of times, and configured patterns run on an automaton (RE2) that cannot backtrack. Text without a
 * secret is returned as it came.
 *
 * <p><b>Limits.</b> When in doubt it takes out too much. A bare value ends at white space, so of
 * {@code password=correct horse} the second word stays; quote such values, or make them known. A secret that
 * looks like nothing, bears no name and is not known is not found by anybody.
 *
 * <p>Redacting twice changes nothing more. Immutable and thread-safe.
 */
public final class Redaction {

    /** What stands where a secret stood. */
    public static final String MARK = "[REDACTED]";

    /** A shorter value is found in innocent text too often, and is no secret anyway. */
    static final int SHORTEST_KNOWN = 6;

    private static final Redaction STANDARD = new Redaction(List.of(), List.of());

    private final List<Pattern> patterns;
    private final List<String> known;

    private Redaction(List<Pattern> patterns, List<String> known) {
        this.patterns = List.copyOf(patterns);
        this.known = List.copyOf(known);
    }

    /**
     * Returns the redaction that knows the looks of secrets and nothing about this process.
     *
     * @return the redaction
     */
    public static Redaction standard() {
        return STANDARD;
    }

    /**
     * Adds a look.
     *
     * @param regex in the syntax of RE2, which is Perl's without back references and look-around; what it
     *     matches is taken out
     * @return a redaction that also knows it
     * @throws IllegalArgumentException if it is no such pattern, or matches the empty text
     */
    public Redaction withPattern(String regex) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "regex must be an RE2 pattern, was '" + regex + "': " + e.getMessage(), e);
        }
        if (pattern.matcher("").matches()) {
            throw new IllegalArgumentException("regex must not match the empty text, was '" + regex + "'");
        }
        List<Pattern> more = new ArrayList<>(patterns);
        more.add(pattern);
        return new Redaction(more, known);
    }

    /**
     * Adds a value that is secret whatever it looks like, also where it stands in Base64 or encoded for a URL.
     *
     * @param secret the value; if it is shorter than 6 characters nothing is added
     * @return a redaction that also knows it
     */
    public Redaction withKnown(Secret secret) {
        String value = secret.reveal();
        if (value.length() < SHORTEST_KNOWN) {
            return this;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        Stream<String> forms = Stream.of(
                value,
                URLEncoder.encode(value, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        // The longest first, so that no part of one is taken for the whole of another.
        List<String> more = Stream.concat(known.stream(), forms)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        return new Redaction(patterns, more);
    }

    /**
     * Takes the secrets out of a text.
     *
     * @param text any text, of any length
     * @return the text with {@link #MARK} in their places; the same object if there are none
     */
    public String redact(String text) {
        String result = text;
        for (String value : known) {
            result = result.replace(value, MARK);
        }
        result = new RedactionScan(result).run();
        for (Pattern pattern : patterns) {
            result = pattern.matcher(result).replaceAll(MARK);
        }
        return result;
    }

    /**
     * Takes the secrets out of a value whose name is known.
     *
     * @param name such as {@code "X-Api-Key"}
     * @param value its value
     * @return {@link #MARK} if the name is sensitive and the value not empty, else the value without the
     *     secrets in it
     */
    public String redact(String name, String value) {
        return !value.isEmpty() && isSensitive(name) ? MARK : redact(value);
    }

    /**
     * Says whether what bears a name is secret.
     *
     * @param name of a header, a key, a parameter or a field, in any style of writing
     * @return whether it ends in a word such as {@code password}, {@code secret}, {@code token} or
     *     {@code api key}
     */
    public static boolean isSensitive(String name) {
        return SensitiveNames.at(name, 0, name.length()) != SensitiveNames.Kind.NONE;
    }
}
