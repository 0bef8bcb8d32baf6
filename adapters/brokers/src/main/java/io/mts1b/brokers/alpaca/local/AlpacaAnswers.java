package io.mts1b.brokers.alpaca.local;

import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue.Reply;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions over REST, after all checks. */
final class AlpacaAnswers {

    private static final int MOST_ORDERS = 500;
    private static final int MOST_FILLS = 100;
    private static final String BY_ID = "v2/orders/";

    private final LocalMarket market;
    private final AlpacaOrders orders;
    private final AlpacaVenue.Account account;
    private final AlpacaWords words;
    private final InstantSource clock;

    AlpacaAnswers(
            LocalMarket market,
            AlpacaOrders orders,
            AlpacaVenue.Account account,
            AlpacaWords words,
            InstantSource clock) {
        this.market = market;
        this.orders = orders;
        this.account = account;
        this.words = words;
        this.clock = clock;
    }

    private static Reply list(Stream<Fields> rows) {
        return Reply.json("[" + String.join(",", rows.map(Fields::toString).toList()) + "]");
    }

    Reply answer(String path, Map<String, String> query) {
        return switch (path) {
            case "v2/account" -> account();
            case "v2/clock" ->
                Reply.json(new Fields()
                        .text("timestamp", clock.instant())
                        .plain("is_open", true)
                        .toString());
            case "v2/positions" -> positions();
            case "v2/orders" -> orders(query);
            case "v2/orders:by_client_order_id" -> order(orders.byName(query.getOrDefault("client_order_id", "")));
            case "v2/account/activities/FILL" -> fills(query);
            case "v2/stocks/quotes/latest", "v1beta3/crypto/us/latest/quotes" ->
                quotes(query.getOrDefault("symbols", ""));
            default ->
                path.startsWith(BY_ID)
                        ? order(orders.byId(path.substring(BY_ID.length())))
                        : AlpacaWords.notFound("endpoint");
        };
    }

    private Reply account() {
        return Reply.json(new Fields()
                .text("id", "a19aca00-0000-4000-a000-000000000000")
                .text("account_number", "LOCAL")
                .text("status", "ACTIVE")
                .text("currency", Currency.USD)
                .text("cash", market.balances().getOrDefault(Currency.USD, Decimal.ZERO))
                .text("buying_power", market.free(Currency.USD))
                .plain("trading_blocked", !account.may("trade"))
                .plain("transfers_blocked", !account.may("transfer"))
                .plain("account_blocked", false)
                .plain("trade_suspended_by_user", false)
                .plain("shorting_enabled", true)
                .toString());
    }

    private Reply positions() {
        return list(market.positions().entrySet().stream().map(held -> position(held.getKey(), held.getValue())));
    }

    /** Crypto assets stand there without their slash. */
    private Fields position(InstrumentId instrument, Decimal quantity) {
        return new Fields()
                .text("symbol", words.symbol(instrument).replace("/", ""))
                .text("asset_class", AlpacaWords.assetClass(instrument))
                .text("qty", quantity)
                .text("side", quantity.signum() < 0 ? "short" : "long");
    }

    private Reply order(Optional<Revision> revision) {
        return revision.map(one -> Reply.json(words.row(one).toString()))
                .orElseGet(() -> AlpacaWords.notFound("order"));
    }

    private Reply orders(Map<String, String> query) {
        Instant after = Instant.parse(query.getOrDefault("after", "1970-01-01T00:00:00Z"));
        long limit = Math.clamp(Integer.parseInt(query.getOrDefault("limit", "50")), 1, MOST_ORDERS);
        return list(orders.all().stream()
                .filter(one -> one.isWorking() && one.submitted().isAfter(after))
                .sorted(Comparator.comparing(Revision::submitted))
                .limit(limit)
                .map(words::row));
    }

    private Reply fills(Map<String, String> query) {
        Instant after = Instant.parse(query.getOrDefault("after", "1970-01-01T00:00:00Z"));
        Instant remembered = clock.instant().minus(account.remembers());
        String token = query.getOrDefault("page_token", "");
        long limit = Math.clamp(Integer.parseInt(query.getOrDefault("page_size", "100")), 1, MOST_FILLS);
        return list(orders.executions().stream()
                .filter(one ->
                        one.fill().at().isAfter(after) && !one.fill().at().isBefore(remembered))
                .filter(one -> AlpacaWords.activityId(one.fill()).compareTo(token) > 0)
                .limit(limit)
                .map(one -> words.activity(one.fill(), one.revision(), one.traded())));
    }

    private Reply quotes(String symbol) {
        InstrumentId instrument = words.instrument(symbol);
        Fields quotes = new Fields();
        if (market.instruments().contains(instrument)) {
            quotes.object(
                    symbol,
                    new Fields()
                            .text("t", clock.instant())
                            .plain("bp", best(instrument, true))
                            .plain("ap", best(instrument, false)));
        }
        return Reply.json(new Fields().object("quotes", quotes).toString());
    }

    private Object best(InstrumentId instrument, boolean buys) {
        List<LocalMarket.Level> levels = market.depth(instrument, buys, 1);
        return levels.isEmpty() ? Decimal.ZERO : levels.getFirst().price();
    }
}
