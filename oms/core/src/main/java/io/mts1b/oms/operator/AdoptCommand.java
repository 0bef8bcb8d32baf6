package io.mts1b.oms.operator;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.oms.Difference;
import io.mts1b.oms.WordsDesk;
import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts cmd adopt ID}. */
@Command(name = "adopt", description = "Takes a foreign fill or order into a fund.")
final class AdoptCommand extends WordCommand {

    @Option(names = "--fund", paramLabel = "FUND", required = true, description = "Whose it is.")
    private String fund = "";

    @Option(names = "--strategy", paramLabel = "STRATEGY", required = true, description = "Of which of its strategies.")
    private String strategy = "";

    AdoptCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks, "Adopts");
    }

    @Override
    OperatorRequest request(Standing.At at) {
        boolean foreign =
                at.difference() instanceof Difference.ForeignFill || at.difference() instanceof Difference.ForeignOrder;
        Require.that(
                foreign,
                "what is adopted must be a foreign fill or order, was "
                        + at.difference().key());
        return new OperatorRequest.Adopt(
                at.broker(),
                at.difference(),
                new WordsDesk.Owner(new FundId(fund), new StrategyId(strategy)),
                null,
                actor(),
                reason());
    }
}
