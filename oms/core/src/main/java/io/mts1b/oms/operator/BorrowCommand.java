package io.mts1b.oms.operator;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import io.mts1b.riskengine.gates.Borrow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mts cmd borrow INSTRUMENT --fee RATE [--located [--until TIME]]}. */
@Command(
        name = "borrow",
        description = "Says what it takes to borrow an instrument and sell it short; done once it was typed.")
final class BorrowCommand extends OperatorCommand {

    @Parameters(paramLabel = "INSTRUMENT", description = "What can be borrowed, or no longer can.")
    private String instrument = "";

    /** One of both. */
    private static final class Terms {

        @Option(
                names = "--fee",
                paramLabel = "RATE",
                required = true,
                description = "What it costs per year, as a share of its value: 0.02 is two percent.")
        private String fee = "";

        @Option(names = "--withdrawn", required = true, description = "Nobody lends it any more.")
        private boolean withdrawn;
    }

    @ArgGroup(multiplicity = "1")
    private Terms terms = new Terms();

    @Option(names = "--located", description = "A lender has set it aside for us.")
    private boolean located;

    @Option(names = "--until", paramLabel = "TIME", description = "When the lender no longer does, with a zone.")
    private @Nullable String until;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who says so.")
    private String by = "";

    @Option(names = "--yes", paramLabel = "INSTRUMENT", description = "The instrument once more, instead of typing it.")
    private @Nullable String yes;

    BorrowCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks);
    }

    @Override
    protected void check() {
        Borrow borrow = borrow();
        confirm(
                borrow == null ? "Nobody lends any more:" : "Can be borrowed at " + borrow.fee() + " per year:",
                InstrumentId.parse(instrument).toString(),
                yes);
    }

    @Override
    protected Answer answer(OperatorLine line) {
        Standing standing =
                line.ask(new OperatorRequest.Lend(InstrumentId.parse(instrument), borrow(), new ActorId(by)));
        return Answer.done(standing, text(standing));
    }

    private @Nullable Borrow borrow() {
        if (terms.withdrawn) {
            if (located || until != null) {
                throw new IllegalArgumentException("--located and --until must not be given with --withdrawn");
            }
            return null;
        }
        return new Borrow(Rate.parse(terms.fee), located, until == null ? null : time("--until", until));
    }
}
