package io.mts1b.brokers.coinbase.local;

import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LocalVenue.Reply;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.symbology.Contract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Questions over REST, after all checks. */
final class CoinbaseRest {

    private static final int DEPTH = 100;
    private static final int MOST = 250;

    private final LocalMarket market;
    private final CoinbaseVenue.Account account;
    private final CoinbaseWords words;
    private final InstantSource clock;

    CoinbaseRest(LocalMarket market, CoinbaseVenue.Account account, CoinbaseWords words, InstantSource clock) {
        this.market = market;
        this.account = account;
        this.words = words;
        this.clock = clock;
    }

    static Reply error(int status, String error, String message) {
        return new Reply(
                status,
                "application/json",
                new Fields()
                        .text("error", error)
                        .text("message", message)
                        .text("error_details", message)
                        .toString());
    }

    static Reply unknown() {
        return error(404, "NOT_FOUND", "there is nothing of that name");
    }

    private static Reply json(Fields fields) {
        return Reply.json(fields.toString());
    }

    /** What needs no key. */
    Reply open(String path, Map<String, String> query) {
        Instant now = clock.instant();
        return switch (path) {
            case "time" ->
                json(new Fields()
                        .text("iso", now)
                        .text("epochSeconds", now.getEpochSecond())
                        .text("epochMillis", now.toEpochMilli()));
            case "market/product_book" -> book(words.instrument(query.getOrDefault("product_id", "")));
            default -> unknown();
        };
    }

    private Reply book(InstrumentId instrument) {
        if (!market.instruments().contains(instrument)) {
            return unknown();
        }
        return json(new Fields()
                .object(
                        "pricebook",
                        new Fields()
                                .text("product_id", words.product(instrument))
                                .array("bids", levels(instrument, true))
                                .array("asks", levels(instrument, false))
                                .text("time", clock.instant())));
    }

    private List<Fields> levels(InstrumentId instrument, boolean buys) {
        return market.depth(instrument, buys, DEPTH).stream()
                .map(level -> new Fields().text("price", level.price()).text("size", level.quantity()))
                .toList();
    }

    Reply closed(String path, Map<String, String> query) {
        return switch (path) {
            case "key_permissions" ->
                json(new Fields()
                        .plain("can_view", account.may("view"))
                        .plain("can_trade", account.may("trade"))
                        .plain("can_transfer", account.may("transfer"))
                        .text("portfolio_uuid", "10ca1000-0000-4000-a000-000000000000")
                        .text("portfolio_type", "DEFAULT"));
            case "accounts" -> accounts();
            case "orders/historical/batch" -> orders(query);
            case "orders/historical/fills" -> fills(query);
            default -> path.startsWith("orders/historical/") ? order(path.substring(18)) : unknown();
        };
    }

    private Reply accounts() {
        TreeSet<Currency> currencies = new TreeSet<>(market.balances().keySet());
        for (InstrumentId instrument : market.instruments()) {
            if (Contract.of(instrument) instanceof Contract.Spot spot) {
                currencies.addAll(List.of(spot.base(), spot.quote()));
            }
        }
        List<Fields> rows = currencies.stream().map(this::account).toList();
        return json(new Fields()
                .array("accounts", rows)
                .plain("has_next", false)
                .text("cursor", "")
                .plain("size", rows.size()));
    }

    private Fields account(Currency currency) {
        Decimal free = market.free(currency);
        Decimal held = market.balances().getOrDefault(currency, Decimal.ZERO).minus(free);
        return new Fields()
                .text("uuid", "10ca1000-" + currency)
                .text("name", currency + " Wallet")
                .text("currency", currency)
                .object("available_balance", amount(free, currency))
                .object("hold", amount(held, currency));
    }

    private static Fields amount(Decimal value, Currency currency) {
        return new Fields().text("value", value).text("currency", currency);
    }

    private Reply order(String id) {
        return CoinbaseWords.number(id)
                .flatMap(market::order)
                .map(order -> json(new Fields().object("order", words.row(order))))
                .orElseGet(CoinbaseRest::unknown);
    }

    private Reply orders(Map<String, String> query) {
        String status = query.getOrDefault("order_status", "");
        Instant since = Instant.parse(query.getOrDefault("start_date", "1970-01-01T00:00:00Z"));
        Stream<LocalOrder> orders = market.orders().reversed().stream()
                .filter(order -> status.isEmpty()
                        || CoinbaseWords.status(order.standing()).equals(status))
                .filter(order -> !order.opened().isBefore(since));
        return page("orders", orders, LocalOrder::number, words::row, query);
    }

    private Reply fills(Map<String, String> query) {
        Instant since = Instant.parse(query.getOrDefault("start_sequence_timestamp", "1970-01-01T00:00:00Z"));
        Instant remembered = clock.instant().minus(account.remembers());
        String of = query.getOrDefault("order_ids", "");
        Stream<LocalFill> fills = market.fills().reversed().stream()
                .filter(fill ->
                        of.isEmpty() || CoinbaseWords.order(fill.order()).equals(of))
                .filter(fill -> !fill.at().isBefore(since) && !fill.at().isBefore(remembered));
        return page("fills", fills, LocalFill::number, words::row, query);
    }

    /** The latest first; a cursor is the number of the last that was told, so that what comes later moves no page. */
    private static <T> Reply page(
            String name, Stream<T> all, Function<T, Long> number, Function<T, Fields> row, Map<String, String> query) {
        int limit = Math.clamp(Integer.parseInt(query.getOrDefault("limit", "100")), 1, MOST);
        String cursor = query.getOrDefault("cursor", "");
        long below = cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
        List<T> page =
                all.filter(one -> number.apply(one) < below).limit(limit + 1L).toList();
        boolean more = page.size() > limit;
        List<T> told = page.subList(0, more ? limit : page.size());
        return json(new Fields()
                .array(name, told.stream().map(row).toList())
                .plain("has_next", more)
                .text("cursor", more ? number.apply(told.getLast()) : ""));
    }
}
