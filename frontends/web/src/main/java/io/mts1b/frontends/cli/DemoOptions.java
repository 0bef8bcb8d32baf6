package io.mts1b.frontends.cli;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.frontends.demo.Demo;
import io.mts1b.frontends.demo.Placement;
import io.mts1b.frontends.demo.RefusedRunException;
import io.mts1b.frontends.demo.RunPlan.Request;
import io.mts1b.frontends.demo.RunProgress;
import io.mts1b.reportslibrary.run.RunResults;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a run of the demo. */
final class DemoOptions {

    @Option(
            names = "--data",
            paramLabel = "FILE|DIR",
            description = "Daily bars: CSV or Parquet, long or wide or one file per instrument, gzipped or zipped."
                    + " Without it a simulated market is used.")
    private @Nullable Path data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "demo",
            description = "Where the run and its results go; default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("demo");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of the simulated market; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            defaultValue = Request.AUTO,
            description = "The exchange calendar of the data, such as XNYS; default: the one that fits.")
    private String calendar = Request.AUTO;

    @Option(
            names = "--cash",
            paramLabel = "USD",
            defaultValue = "1000000",
            description = "What the fund starts with; default: ${DEFAULT-VALUE}.")
    private String cash = "1000000";

    @Option(names = "--raw-prices", description = "Do not adjust for splits and dividends where the data say how.")
    private boolean rawPrices;

    @Option(names = "--resume", description = "Go on with the run in DIR, if one was interrupted.")
    private boolean resume;

    @Option(
            names = "--nats",
            paramLabel = "URL",
            description = "Run each service in a process of its own around this NATS server, such as"
                    + " nats://localhost:4222; without it all run in this process.")
    private @Nullable URI nats;

    Path out() {
        return out;
    }

    RunResults run(RunProgress progress) {
        String name = data == null || data.getFileName() == null
                ? Request.SIMULATED
                : data.getFileName().toString();
        Request request = new Request(name, seed, money(), calendar, !rawPrices);
        return Demo.run(
                request,
                data,
                out,
                resume,
                nats == null ? new Placement.OneProcess() : new Placement.Processes(nats),
                progress);
    }

    private Money money() {
        try {
            Money money = new Money(Decimal.parse(cash), Currency.USD);
            if (money.signum() > 0) {
                return money;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Said below, in the words of this command.
        }
        throw new RefusedRunException("--cash must be an amount above zero, was '" + cash + "'");
    }
}
