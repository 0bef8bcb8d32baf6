package io.mts1b.frontends;

import io.mts1b.frontends.cli.Mts;
import io.mts1b.platform.service.Console;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it said beside that
 */
public record CommandRun(int code, String out, String err) {

    /** Runs a command as the launcher would, in this process. */
    public static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> words = List.of(arguments);
        Console console = new Console(
                new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), words.contains("--json"));
        int code = Mts.run(console, words);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
