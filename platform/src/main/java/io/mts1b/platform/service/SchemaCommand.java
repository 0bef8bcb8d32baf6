package io.mts1b.platform.service;

import io.mts1b.platform.json.JsonSchemas;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mts foundation schema [<name>]}. */
@Command(name = "schema", description = "Prints the JSON Schema of a type, or the names of all types.")
final class SchemaCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "<name>", description = "Such as foundation.orders.order.")
    private @Nullable String name;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> names = JsonSchemas.names();
        if (name == null) {
            console.print(names, String.join("\n", names));
            return ExitCode.DONE;
        }
        if (!names.contains(name)) {
            return console.refuse("name must be one of " + names + ", was " + name);
        }
        console.out().print(JsonSchemas.of(name) + "\n");
        console.out().flush();
        return ExitCode.DONE;
    }
}
