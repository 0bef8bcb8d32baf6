package io.mts1b.frontends.demo;

import io.mts1b.foundation.numbers.Money;
import io.mts1b.frontends.demo.RunPlan.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A process that runs the demo, and tells the process that means to kill it about every step. */
final class KilledRun {

    private KilledRun() {}

    /**
     * Runs, or goes on.
     *
     * @param arguments the file of bars, and the folder of the run
     */
    public static void main(String[] arguments) {
        Request request = new Request("market.csv", 1, Money.parse("1000000 USD"), Request.AUTO, true);
        Demo.run(
                request,
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                true,
                new Placement.OneProcess(),
                new RunProgress() {
                    @Override
                    public void step(String text) {
                        tell();
                    }

                    @Override
                    public void session(LocalDate date, int done, int all, Money nav) {
                        tell();
                    }
                });
    }

    private static void tell() {
        System.out.write('.');
        System.out.flush();
    }

    /** Starts the process on the classes of this one. */
    static Process start(Path data, Path out) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        data.toString(),
                        out.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /**
     * Lets the process live for a number of steps.
     *
     * @return how many it did; fewer if it was over before
     */
    static int await(Process process, int steps) throws IOException {
        InputStream told = process.getInputStream();
        int done = 0;
        while (done < steps && told.read() >= 0) {
            done++;
        }
        return done;
    }
}
