package io.mts1b.reportslibrary.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** What the page may do: run the scripts and use the style it came with, and nothing else. */
final class ContentPolicy {

    private ContentPolicy() {}

    /** Returns the content of a {@code Content-Security-Policy}; hashes, because a file has no nonce. */
    static String of(String style, String... scripts) {
        String allowed = Arrays.stream(scripts).map(ContentPolicy::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + allowed + "; style-src " + hash(style)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
