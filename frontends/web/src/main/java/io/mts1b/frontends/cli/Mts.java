package io.mts1b.frontends.cli;

import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command {@code mts}. */
@Command(
        name = "mts",
        description = "A trading ecosystem: from data to reports.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Provider.class)
public final class Mts {

    private static final String JSON = "--json";

    private final Console console;

    private Mts(Console console) {
        this.console = console;
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command, its options and parameters
     */
    public static void main(String[] arguments) {
        // Not System.out: its character set is the machine's, and its line ends would be in the bytes.
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        boolean json = Arrays.asList(arguments).contains(JSON);
        int code = run(new Console(out, err, new FileInputStream(FileDescriptor.in), json), List.of(arguments));
        out.flush();
        err.flush();
        System.exit(code);
    }

    /**
     * Runs a command.
     *
     * @param console where it reads and writes
     * @param arguments the command, its options and parameters
     * @return its exit code
     */
    public static int run(Console console, List<String> arguments) {
        CommandLine line = new Mts(console).commandLine();
        line.setOut(console.out());
        line.setErr(console.err());
        line.setExitCodeExceptionMapper(_ -> ExitCode.FAILED);
        line.setExecutionExceptionHandler((e, _, _) -> {
            console.err().println("mts: " + Complaint.of(e));
            return Complaint.exitCode(e);
        });
        line.setParameterExceptionHandler((e, _) -> {
            console.err().println("mts: " + e.getMessage());
            console.err().println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
            return ExitCode.REFUSED;
        });
        return line.execute(arguments.toArray(String[]::new));
    }

    private CommandLine commandLine() {
        CommandLine root = new CommandLine(this);
        add(root, new DemoCommand(console));
        add(root, new ServiceCommand(console));
        add(root, new UpCommand(console));
        add(root, new VersionCommand(console));
        for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
            CommandSpec spec = CommandSpec.create().name(provider.artifact());
            spec.usageMessage().description(provider.description());
            CommandLine group = new CommandLine(spec.mixinStandardHelpOptions(true));
            provider.commands(console).forEach(command -> add(group, command));
            root.addSubcommand(provider.artifact(), group);
        }
        root.addSubcommand(new CommandLine.HelpCommand());
        return root;
    }

    private static void add(CommandLine parent, Callable<Integer> command) {
        CommandLine child = new CommandLine(command);
        CommandSpec spec = child.getCommandSpec();
        spec.mixinStandardHelpOptions(true);
        spec.addOption(OptionSpec.builder(JSON)
                .description("Print JSON for programs.")
                .type(boolean.class)
                .build());
        parent.addSubcommand(spec.name(), child);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
