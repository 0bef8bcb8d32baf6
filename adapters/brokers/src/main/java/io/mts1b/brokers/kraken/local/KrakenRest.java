package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.symbology.Contract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Kraken's REST interface, after all checks. */
final class KrakenRest {

    private static final int PAGE = 50;
    private static final int DEPTH = 100;

    /** What a key must be allowed for each method; one of them is enough. */
    private static final SortedMap<String, List<String>> NEEDS = new TreeMap<>(Map.of(
            "GetApiKeyInfo", List.of(),
            "GetWebSocketsToken", List.of("query-open-trades", "modify-trades"),
            "Balance", List.of("query-funds"),
            "OpenOrders", List.of("query-open-trades"),
            "ClosedOrders", List.of("query-closed-trades"),
            "QueryOrders", List.of("query-open-trades", "query-closed-trades"),
            "TradesHistory", List.of("query-closed-trades")));

    private final LocalMarket market;
    private final KrakenVenue.Account account;
    private final KrakenStream stream;
    private final KrakenWords words;
    private final KrakenSymbols symbols;
    private final InstantSource clock;

    KrakenRest(
            LocalMarket market,
            KrakenVenue.Account account,
            KrakenStream stream,
            KrakenWords words,
            KrakenSymbols symbols,
            InstantSource clock) {
        this.market = market;
        this.account = account;
        this.stream = stream;
        this.words = words;
        this.symbols = symbols;
        this.clock = clock;
    }

    static String error(String error) {
        return "{\"error\":[" + Fields.quoted(error) + "]}";
    }

    private static String result(Fields result) {
        return "{\"error\":[],\"result\":" + result + "}";
    }

    String open(String method, Map<String, String> form) {
        return switch (method) {
            case "Time" -> result(new Fields().plain("unixtime", clock.instant().getEpochSecond()));
            case "SystemStatus" -> result(new Fields().text("status", "online").text("timestamp", clock.instant()));
            case "Depth" -> depth(form.getOrDefault("pair", ""));
            default -> error("EGeneral:Unknown method");
        };
    }

    private String depth(String pair) {
        Optional<InstrumentId> named = market.instruments().stream()
                .filter(one -> one.equals(symbols.ofRest(pair)))
                .findFirst();
        if (named.isEmpty()) {
            return error("EQuery:Unknown asset pair");
        }
        Fields sides = new Fields().array("asks", levels(named.get(), false)).array("bids", levels(named.get(), true));
        return result(new Fields().object(words.pair(named.get()), sides));
    }

    private List<String> levels(InstrumentId instrument, boolean buys) {
        long now = clock.instant().getEpochSecond();
        return market.depth(instrument, buys, DEPTH).stream()
                .map(level -> "[\"" + level.price() + "\",\"" + level.quantity() + "\"," + now + "]")
                .toList();
    }

    boolean mayAsk(String method) {
        List<String> needs = NEEDS.getOrDefault(method, List.of());
        return needs.isEmpty() || needs.stream().anyMatch(account.permissions()::contains);
    }

    String closed(String method, Map<String, String> form) {
        return switch (method) {
            case "GetApiKeyInfo" ->
                result(new Fields()
                        .text("api_key_name", account.keyName())
                        .array(
                                "permissions",
                                account.permissions().stream()
                                        .map(Fields::quoted)
                                        .toList()));
            case "GetWebSocketsToken" ->
                result(new Fields().text("token", stream.token()).plain("expires", 900));
            case "Balance" -> balance();
            case "OpenOrders" -> result(new Fields().object("open", listed(orders(true, form))));
            case "ClosedOrders" -> closedOrders(form);
            case "QueryOrders" -> query(form.getOrDefault("txid", ""));
            case "TradesHistory" -> trades(form);
            default -> error("EGeneral:Unknown method");
        };
    }

    private String balance() {
        SortedMap<String, Decimal> amounts = new TreeMap<>();
        for (InstrumentId instrument : market.instruments()) {
            if (Contract.of(instrument) instanceof Contract.Spot spot) {
                amounts.put(words.asset(instrument, true), amount(spot.base()));
                amounts.put(words.asset(instrument, false), amount(spot.quote()));
            }
        }
        Fields result = new Fields();
        amounts.forEach(result::text);
        return result(result);
    }

    private Decimal amount(Currency currency) {
        return market.balances().getOrDefault(currency, Decimal.ZERO);
    }

    private List<LocalOrder> orders(boolean working, Map<String, String> form) {
        String name = form.getOrDefault("cl_ord_id", "");
        return market.orders().stream()
                .filter(order -> order.isWorking() == working)
                .filter(order -> name.isEmpty() || order.ticket().name().equals(name))
                .toList();
    }

    private String closedOrders(Map<String, String> form) {
        List<LocalOrder> closed = orders(false, form).reversed();
        return result(new Fields().object("closed", listed(page(closed, form))).plain("count", closed.size()));
    }

    private static <T> List<T> page(List<T> all, Map<String, String> form) {
        int from = Math.min(all.size(), Integer.parseInt(form.getOrDefault("ofs", "0")));
        return all.subList(from, Math.min(all.size(), from + PAGE));
    }

    private String query(String ids) {
        List<LocalOrder> found = new ArrayList<>();
        for (String id : ids.split(",", -1)) {
            Optional<LocalOrder> order = KrakenWords.number(id).flatMap(market::order);
            if (order.isEmpty()) {
                return error("EOrder:Unknown order");
            }
            found.add(order.get());
        }
        return result(listed(found));
    }

    private Fields listed(List<LocalOrder> orders) {
        Fields listed = new Fields();
        orders.forEach(order -> listed.object(KrakenWords.order(order), row(order)));
        return listed;
    }

    private Fields row(LocalOrder order) {
        Fields description = new Fields()
                .text("pair", words.shortPair(order.ticket().instrument()))
                .text("type", KrakenWords.side(order))
                .text("ordertype", KrakenWords.type(order.type()))
                .text("price", KrakenWords.firstPrice(order.type()))
                .text("price2", KrakenWords.secondPrice(order.type()))
                .text("leverage", "none")
                .text("close", "");
        Fields row = new Fields();
        if (!order.ticket().name().isEmpty()) {
            row.text("cl_ord_id", order.ticket().name());
        }
        return row.text("status", KrakenWords.status(order.standing()))
                .plain("opentm", KrakenWords.seconds(order.opened()))
                .object("descr", description)
                .text("vol", order.quantity())
                .text("vol_exec", order.filled())
                .text("cost", order.turnover())
                .text("fee", order.fees())
                .text("price", order.averagePrice().map(Object::toString).orElse("0"))
                .text("misc", "")
                .text("oflags", "fciq");
    }

    /** The latest first, from exclusive and to inclusive, in seconds. */
    private String trades(Map<String, String> form) {
        Decimal start = Decimal.parse(form.getOrDefault("start", "0"));
        Decimal end = Decimal.parse(form.getOrDefault("end", "9999999999"));
        Instant remembered = clock.instant().minus(account.remembers());
        List<LocalFill> asked = market.fills().reversed().stream()
                .filter(fill -> KrakenWords.seconds(fill.at()).compareTo(start) > 0)
                .filter(fill -> KrakenWords.seconds(fill.at()).compareTo(end) <= 0)
                .toList();
        Fields trades = new Fields();
        for (LocalFill fill : page(asked, form)) {
            if (!fill.at().isBefore(remembered)) {
                trades.object(KrakenWords.fill(fill), row(fill));
            }
        }
        return result(new Fields().object("trades", trades).plain("count", asked.size()));
    }

    private Fields row(LocalFill fill) {
        LocalOrder order = fill.order();
        return new Fields()
                .text("ordertxid", KrakenWords.order(order))
                .text("pair", words.pair(order.ticket().instrument()))
                .plain("time", KrakenWords.seconds(fill.at()))
                .text("type", KrakenWords.side(order))
                .text("ordertype", KrakenWords.type(order.type()))
                .text("price", fill.price())
                .text("fee", fill.fee().amount())
                .text("vol", fill.quantity())
                .text("margin", "0")
                .text("misc", "")
                .plain("trade_id", fill.number())
                .plain("maker", KrakenWords.liquidity(fill.liquidity()).equals("m"));
    }
}
