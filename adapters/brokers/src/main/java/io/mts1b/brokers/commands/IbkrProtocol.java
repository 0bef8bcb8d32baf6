package io.mts1b.brokers.commands;

import io.mts1b.brokers.ibkr.FlexStatement;
import io.mts1b.brokers.ibkr.IbkrKind;
import io.mts1b.brokers.ibkr.IbkrMessage;
import io.mts1b.brokers.ibkr.local.PaperIbkr;
import io.mts1b.brokers.ibkr.session.IbkrSession;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.BrokersSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Host;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.symbology.Symbology;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Interactive Brokers; its requests are not signed, for the gateway has the user's session. */
final class IbkrProtocol implements Protocol.Trading {

    @Override
    public String broker() {
        return "ibkr";
    }

    @Override
    public boolean hasSecret() {
        return false;
    }

    @Override
    public Decoded decode(String kind, byte[] message, Instant received) {
        IbkrMessage said = IbkrKind.parse(kind).read(message, Symbology.house());
        Decoded decoded =
                Decoded.of(broker(), kind, said.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        switch (said) {
            case IbkrMessage.Refused(String error) -> decoded.errors().add(error);
            case IbkrMessage.Taken(var orders) ->
                orders.forEach(order -> decoded.fact("order " + order.venues(), order.standing()));
            case IbkrMessage.Asked asked -> {
                decoded.fact("question", asked.id());
                decoded.fact("warnings", String.join(", ", asked.warnings()));
                decoded.fact("text", asked.text());
            }
            case IbkrMessage.Orders(var orders, boolean snapshot) -> {
                orders.forEach(order -> decoded.orders().add(order.what()));
                decoded.fact("snapshot", snapshot);
            }
            case IbkrMessage.Fills(var fills) ->
                fills.forEach(fill -> decoded.fills().add(fill.what()));
            case IbkrMessage.Positions(var quantities) ->
                quantities.forEach((share, held) -> decoded.fact("position " + share, held));
            case IbkrMessage.Balances(var amounts) -> decoded.balances().putAll(amounts);
            case IbkrMessage.News(var changes) ->
                changes.forEach(
                        change -> decoded.fact("order " + change.what().name().venues(), change.what()));
            case IbkrMessage.Flex(FlexStatement statement) -> flex(decoded, statement);
            default -> decoded.fact("says", said);
        }
        return decoded;
    }

    private static void flex(Decoded decoded, FlexStatement statement) {
        decoded.balances().putAll(statement.cash());
        statement.executions().forEach(one -> decoded.fact("execution " + one.id(), one));
        for (int i = 0; i < statement.positions().size(); i++) {
            decoded.fact("position " + (i + 1), statement.positions().get(i));
        }
    }

    @Override
    public BrokerSettings settings(BrokersSettings all) {
        return all.ibkr();
    }

    @Override
    public List<Check> check(BrokerSettings settings, Host host, InstrumentId share) throws IOException {
        return IbkrSession.check(BrokerId.parse(broker()), settings, host, share);
    }

    @Override
    public PaperVenue.Protocol paper() {
        return new PaperIbkr();
    }
}
