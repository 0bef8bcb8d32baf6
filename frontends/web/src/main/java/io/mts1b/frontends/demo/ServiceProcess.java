package io.mts1b.frontends.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process {@code mts service}, which ends when this one does, however this one ends: its input is at an end then. */
final class ServiceProcess implements AutoCloseable {

    private static final String LAUNCHER = "io.mts1b.frontends.cli.Mts";
    private static final int SECONDS_TO_STOP = 30;

    private final String service;
    private final Process process;

    private ServiceProcess(String service, Process process) {
        this.service = service;
        this.process = process;
    }

    /** Starts a service on the classes of this process, with its memory and other options of Java. */
    static ServiceProcess start(String service, Path data, String setting) {
        List<String> command = new ArrayList<>();
        RuntimeMXBean machine = ManagementFactory.getRuntimeMXBean();
        command.add(java(machine));
        machine.getInputArguments().stream()
                .filter(option -> option.startsWith("-X") || option.startsWith("--enable-native-access"))
                .forEach(command::add);
        command.addAll(List.of("-cp", machine.getClassPath(), LAUNCHER, "service", service));
        command.addAll(List.of("--data", data.toString(), "--set", setting, "--until-eof", "--json"));
        try {
            return new ServiceProcess(
                    service,
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("service " + service + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** The program this process is run by. */
    private static String java(RuntimeMXBean machine) {
        String home = Objects.requireNonNull(machine.getSystemProperties().get("java.home"), "java.home");
        return Path.of(home, "bin", "java").toString();
    }

    /** Waits until the service has said that it is ready, and from then on watches for its end. */
    void awaitReady(CompletableFuture<Void> failure) {
        String said;
        try {
            said = process.inputReader(StandardCharsets.UTF_8).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("service " + service + " cannot be heard: " + e.getMessage(), e);
        }
        if (said == null) {
            throw ended();
        }
        Thread.ofVirtual().name("watch-" + service).start(() -> failure.completeExceptionally(ended()));
    }

    private IllegalStateException ended() {
        return new IllegalStateException("service " + service + " has ended, with exit code "
                + process.onExit().join().exitValue());
    }

    /** Ends its input, and waits until it has stopped. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
