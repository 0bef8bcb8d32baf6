package io.mts1b.brokers.ibkr.local;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue.Reply;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions, after all checks. What the real gateway keeps for a while, this one keeps until it is told not to. */
final class IbkrRest {

    private static final int PAGE = 100;
    private static final int MOST_DAYS = 7;

    private final LocalMarket market;
    private final IbkrVenue.Account account;
    private final IbkrWords words;
    private final InstantSource clock;

    /** Contracts whose prices were asked for before. */
    private final Set<String> watched = new LinkedHashSet<>();

    /** Orders that ended in an earlier session, and are told of no more. */
    private final Set<Long> forgotten = new LinkedHashSet<>();

    private List<Fields> positions = List.of();
    private boolean positionsKept;
    private boolean listed;

    IbkrRest(LocalMarket market, IbkrVenue.Account account, IbkrWords words, InstantSource clock) {
        this.market = market;
        this.account = account;
        this.words = words;
        this.clock = clock;
    }

    static Reply error(int status, String error) {
        return new Reply(
                status,
                "application/json",
                new Fields().text("error", error).plain("statusCode", status).toString());
    }

    static Reply unknown() {
        return error(404, "there is nothing of that name");
    }

    static Reply json(Fields fields) {
        return Reply.json(fields.toString());
    }

    private static Reply array(Collection<Fields> rows) {
        return Reply.json(rows.toString());
    }

    /** A session with the brokerage begins: it knows the orders that work, and those to come. */
    void begin() {
        listed = false;
        market.orders().stream()
                .filter(order -> order.standing() != Standing.WORKING)
                .forEach(order -> forgotten.add(order.number()));
    }

    Reply brokerage(String path, Map<String, String> query) {
        if (path.startsWith("account/order/status/")) {
            return words.order(path.substring(21))
                    .filter(order -> !forgotten.contains(order.number()))
                    .map(order -> json(words.status(order, IbkrWords.status(order))))
                    .orElseGet(() -> error(404, "no such order"));
        }
        return switch (path) {
            case "account/orders" -> orders(Boolean.parseBoolean(query.getOrDefault("force", "false")));
            case "account/trades" -> trades(query);
            case "marketdata/snapshot" -> prices(query);
            default -> unknown();
        };
    }

    private Reply orders(boolean force) {
        boolean whole = listed && !force;
        List<Fields> rows = whole
                ? market.orders().stream()
                        .filter(order -> !forgotten.contains(order.number()))
                        .map(words::row)
                        .toList()
                : List.of();
        listed = true; // Whoever asks has the list come.
        return json(new Fields().array("orders", rows).plain("snapshot", whole));
    }

    private Reply trades(Map<String, String> query) {
        int days = Math.clamp(Integer.parseInt(query.getOrDefault("days", "1")), 1, MOST_DAYS);
        Duration told =
                Duration.ofDays(days).compareTo(account.remembers()) < 0 ? Duration.ofDays(days) : account.remembers();
        Instant since = clock.instant().minus(told);
        return array(market.fills().reversed().stream()
                .filter(fill -> !fill.at().isBefore(since))
                .map((LocalFill fill) -> words.row(fill))
                .toList());
    }

    /** The first question of a contract only has its prices come. */
    private Reply prices(Map<String, String> query) {
        String conid = query.getOrDefault("conids", "");
        if (!conid.matches("[0-9]{1,18}")) {
            return error(400, "conids must be a number");
        }
        Fields row = new Fields().plain("conid", conid).text("conidEx", conid);
        words.instrument(Long.parseLong(conid)).filter(_ -> !watched.add(conid)).ifPresent(instrument -> {
            market.depth(instrument, true, 1).forEach(best -> row.text("84", best.price()));
            market.depth(instrument, false, 1).forEach(best -> row.text("86", best.price()));
        });
        return array(List.of(row));
    }

    Reply stocks(Map<String, String> query) {
        Fields symbols = new Fields();
        for (String symbol : query.getOrDefault("symbols", "").split(",", -1)) {
            List<Fields> companies = new ArrayList<>();
            for (InstrumentId instrument : market.instruments()) {
                if (words.symbol(instrument).equals(symbol)) {
                    companies.add(company(words.exchange(instrument), words.conid(instrument)));
                    companies.add(company("MEXI", 38_000_000 + words.conid(instrument)));
                }
            }
            symbols.array(symbol, companies);
        }
        return json(symbols);
    }

    private static Fields company(String exchange, long conid) {
        return new Fields()
                .text("name", "LOCAL INC")
                .text("assetClass", "STK")
                .array(
                        "contracts",
                        List.of(new Fields()
                                .plain("conid", conid)
                                .text("exchange", exchange)
                                .plain("isUS", !exchange.equals("MEXI"))));
    }

    Reply portfolio(String path) {
        if (path.equals("ledger")) {
            Decimal cash = market.balances().getOrDefault(Currency.USD, Decimal.ZERO);
            return json(new Fields().object("USD", cash(cash, "USD")).object("BASE", cash(cash, "BASE")));
        }
        if (path.equals("positions/invalidate")) {
            positionsKept = false;
            return json(new Fields().text("message", "success"));
        }
        if (path.matches("positions/[0-9]{1,6}")) {
            return positions(Integer.parseInt(path.substring(10)));
        }
        return unknown();
    }

    private static Fields cash(Decimal cash, String currency) {
        return new Fields()
                .plain("cashbalance", cash)
                .plain("settledcash", cash)
                .text("currency", currency)
                .text("key", "LedgerList");
    }

    private Reply positions(int page) {
        if (!positionsKept) {
            positionsKept = true;
            positions = market.positions().entrySet().stream()
                    .map(held -> position(held.getKey(), held.getValue()))
                    .toList();
        }
        int from = Math.min(positions.size(), page * PAGE);
        return array(positions.subList(from, Math.min(positions.size(), from + PAGE)));
    }

    private Fields position(InstrumentId instrument, Decimal held) {
        return new Fields()
                .text("acctId", account.number())
                .plain("conid", words.conid(instrument))
                .text("contractDesc", words.symbol(instrument))
                .plain("position", held)
                .text("currency", "USD")
                .text("assetClass", "STK")
                .text("ticker", words.symbol(instrument))
                .text("listingExchange", words.exchange(instrument))
                .plain("pageSize", PAGE);
    }
}
