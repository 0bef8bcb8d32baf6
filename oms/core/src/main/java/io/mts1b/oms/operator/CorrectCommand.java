package io.mts1b.oms.operator;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Price;
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

/** {@code mts cmd correct ID}. */
@Command(name = "correct", description = "Books what a venue holds otherwise to a fund, as a correction at a price.")
final class CorrectCommand extends WordCommand {

    @Option(names = "--fund", paramLabel = "FUND", required = true, description = "Whose it is.")
    private String fund = "";

    @Option(names = "--strategy", paramLabel = "STRATEGY", required = true, description = "Of which of its strategies.")
    private String strategy = "";

    @Option(names = "--price", paramLabel = "PRICE", required = true, description = "At which price it came.")
    private String price = "";

    CorrectCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks, "Corrects");
    }

    @Override
    OperatorRequest request(Standing.At at) {
        Require.that(
                at.difference() instanceof Difference.PositionDiffers,
                "what is corrected must be a position, was " + at.difference().key());
        return new OperatorRequest.Adopt(
                at.broker(),
                at.difference(),
                new WordsDesk.Owner(new FundId(fund), new StrategyId(strategy)),
                Price.parse(price),
                actor(),
                reason());
    }
}
