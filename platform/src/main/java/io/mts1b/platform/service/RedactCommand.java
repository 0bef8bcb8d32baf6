package io.mts1b.platform.service;

import io.mts1b.platform.security.Redaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts platform redact}: what is piped in comes out without the secrets in it. */
@Command(name = "redact", description = "Takes the secrets out of what is piped in.")
final class RedactCommand implements Callable<Integer> {

    /** A secret may span lines, so lines are looked at together; but not all, for a log may be larger than memory. */
    private static final int BLOCK = 1 << 20;

    /** No private key is longer; a text that only says that one begins must not fill the memory. */
    private static final int LONGEST_KEY = 1 << 22;

    private final Console console;

    @Option(names = "--pattern", paramLabel = "<regex>", description = "Also takes out what this RE2 pattern matches.")
    private List<String> patterns = new ArrayList<>();

    RedactCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Redaction redaction = Redaction.standard();
        try {
            for (String pattern : patterns) {
                redaction = redaction.withPattern(pattern);
            }
        } catch (IllegalArgumentException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        StringBuilder block = new StringBuilder();
        char[] read = new char[8192];
        for (int count = in.read(read); count >= 0; count = in.read(read)) {
            block.append(read, 0, count);
            int end = block.length() < BLOCK ? 0 : block.lastIndexOf("\n") + 1;
            boolean open = block.lastIndexOf("-----BEGIN") > block.lastIndexOf("-----END");
            if (end > 0 && (!open || block.length() > LONGEST_KEY)) {
                console.out().print(redaction.redact(block.substring(0, end)));
                block.delete(0, end);
            }
        }
        console.out().print(redaction.redact(block.toString()));
        console.out().flush();
        return ExitCode.DONE;
    }
}
