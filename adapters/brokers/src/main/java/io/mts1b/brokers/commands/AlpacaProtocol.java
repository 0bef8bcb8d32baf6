package io.mts1b.brokers.commands;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.alpaca.AlpacaKind;
import io.mts1b.brokers.alpaca.AlpacaMessage;
import io.mts1b.brokers.alpaca.AlpacaOrder;
import io.mts1b.brokers.alpaca.local.PaperAlpaca;
import io.mts1b.brokers.alpaca.session.AlpacaSession;
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

/** Alpaca's Trading API, which knows a key by its two halves and wants no signature. */
final class AlpacaProtocol implements Protocol.Trading {

    @Override
    public String broker() {
        return "alpaca";
    }

    @Override
    public Decoded decode(String kind, byte[] message, Instant received) {
        AlpacaMessage said = AlpacaKind.parse(kind).read(message, Symbology.house());
        Decoded decoded =
                Decoded.of(broker(), kind, said.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        switch (said) {
            case AlpacaMessage.Refused(String error) -> decoded.errors().add(error);
            case AlpacaMessage.Orders some -> some.orders().forEach(order -> order(decoded, order));
            case AlpacaMessage.Fills some -> {
                decoded.fills().addAll(some.fills());
                decoded.fact("last", some.last());
            }
            case AlpacaMessage.Positions held -> decoded.positions().putAll(held.quantities());
            case AlpacaMessage.Account account -> {
                decoded.balances().put(account.currency(), account.cash());
                decoded.fact("active", account.active());
                decoded.fact("trading blocked", account.tradingBlocked());
                decoded.fact("transfers blocked", account.transfersBlocked());
            }
            case AlpacaMessage.Clock clock -> decoded.fact("at", clock.at());
            case AlpacaMessage.Quotes quotes ->
                quotes.quotes().forEach((symbol, quote) -> decoded.fact(symbol, quote.bid() + " / " + quote.ask()));
            case AlpacaMessage.News news -> {
                order(decoded, news.order());
                decoded.fact("event", news.event());
                decoded.fact("at", news.at());
                if (news.fill() != null) {
                    decoded.news().add(new OrderReport.Traded(news.fill()));
                }
            }
            case AlpacaMessage.Authorization(boolean good) -> decoded.fact("authorized", good);
            case AlpacaMessage.Listening(List<String> streams) -> decoded.fact("streams", String.join(" ", streams));
        }
        return decoded;
    }

    private static void order(Decoded decoded, AlpacaOrder order) {
        decoded.orders().add(order.order());
        String id = String.valueOf(order.order().name().venues());
        decoded.fact(id + " replaces", order.replaces());
        decoded.fact(id + " replaced by", order.replacedBy());
    }

    @Override
    public BrokerSettings settings(BrokersSettings all) {
        return all.alpaca();
    }

    @Override
    public List<Check> check(BrokerSettings settings, Host host, InstrumentId pair) throws IOException {
        return AlpacaSession.check(BrokerId.parse(broker()), settings, host, pair);
    }

    @Override
    public PaperVenue.Protocol paper() {
        return new PaperAlpaca();
    }
}
