package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;

/** No keys, tokens or passwords among the files that could be committed. */
final class SecretsRule implements Rule {

    /** Files larger than this are data; they are counted, not searched. */
    private static final int LARGEST = 8 << 20;

    /** A file with a zero byte here is not text. */
    private static final int HEAD = 8 << 10;

    @Override
    public String id() {
        return "secrets";
    }

    @Override
    public String sentence() {
        return "No key, token or password lies in the tree.";
    }

    @Override
    public Outcome check(House house, Tree tree) {
        Findings findings = new Findings(this, "files");
        for (Path file : tree.files()) {
            try {
                check(findings, house.secrets(), tree.root().toAbsolutePath().normalize(), file);
            } catch (IOException e) {
                throw new UncheckedIOException("file cannot be searched for secrets: " + file, e);
            }
        }
        return findings.outcome();
    }

    private static void check(Findings findings, Secrets secrets, Path root, Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            findings.looked("files too large", 1);
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < Math.min(bytes.length, HEAD); i++) {
            if (bytes[i] == 0) {
                findings.looked("binary files", 1);
                return;
            }
        }
        findings.looked("files", 1);
        // One character a byte: what a secret is made of is ASCII, and no byte sequence is refused.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String lower = text.toLowerCase(Locale.ROOT);
        Path path = root.relativize(file);
        for (Secrets.Look look : secrets.patterns()) {
            if (look.keywords().stream().anyMatch(lower::contains) && !exempt(secrets, look, path)) {
                search(findings, look, text, path);
            }
        }
    }

    private static boolean exempt(Secrets secrets, Secrets.Look look, Path path) {
        return secrets.allow().stream()
                .anyMatch(one -> one.pattern().equals(look.id()) && one.path().matches(path));
    }

    private static void search(Findings findings, Secrets.Look look, String text, Path path) {
        Matcher matcher = look.regex().matcher(text);
        int line = 1;
        int counted = 0;
        while (matcher.find()) {
            if (look.entropy().isEmpty()
                    || random(matcher.group(1), look.entropy().getAsDouble())) {
                for (; counted < matcher.start(); counted++) {
                    line += text.charAt(counted) == '\n' ? 1 : 0;
                }
                String place = path.toString().replace('\\', '/') + ":" + line;
                findings.add(
                        place + look.id(),
                        "what looks like a secret (" + look.id() + ") lies in the tree",
                        place,
                        "a secret's home is outside the tree: the environment, a file with a mode check, a vault",
                        "revoke it, then take it out of the history; if it is none, enter the file under 'allow' of"
                                + " 'secrets' in the house file, with a reason");
            }
        }
    }

    /** Words are not random: a secret has letters and digits, and many different ones (Shannon, 1948). */
    private static boolean random(String text, double bits) {
        int[] counts = new int[256];
        text.chars().forEach(c -> counts[c]++);
        double entropy = 0;
        for (int count : counts) {
            double share = (double) count / text.length();
            entropy -= count == 0 ? 0 : share * StrictMath.log(share) / StrictMath.log(2);
        }
        return entropy >= bits
                && text.chars().anyMatch(Character::isDigit)
                && text.chars().anyMatch(Character::isLetter);
    }
}
