package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.wire.Fields;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.platform.http.HttpRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes requests. What Interactive Brokers cannot do as it was asked is refused with an {@link IllegalArgumentException} before
 * anything is sent.
 *
 * <p>An order keeps the name it was submitted under: changing it does not name it anew.
 */
final class IbkrRequests {

    static final String PREFIX = "/v1/api/";

    private final URI api;

    IbkrRequests(URI api) {
        this.api = api;
    }

    /** The name it was submitted under. */
    static String name(SentOrder order) {
        return ClientOrderId.of(order.state().order().orderId(), 0).value();
    }

    HttpRequest get(String path, Map<String, String> query) {
        StringBuilder target = new StringBuilder(path);
        new TreeMap<>(query)
                .forEach((name, value) -> target.append(target.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return once(HttpRequest.Method.GET, target.toString());
    }

    /** Not repeated by the client: we know better what may be asked twice. */
    private HttpRequest once(HttpRequest.Method method, String target) {
        return new HttpRequest(method, URI.create(api + PREFIX + target), List.of(), new byte[0], false, 1);
    }

    HttpRequest post(String path, Fields body) {
        return once(HttpRequest.Method.POST, path)
                .withBody("application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest place(String account, Order order, long conid) {
        Fields fields = new Fields()
                .text("acctId", account)
                .plain("conid", conid)
                .text("cOID", ClientOrderId.of(order.orderId(), 0).value())
                .text("side", order.side().sign() > 0 ? "BUY" : "SELL");
        terms(fields, order, order.quantity(), order.type());
        return post("iserver/account/" + account + "/orders", new Fields().array("orders", List.of(fields)));
    }

    HttpRequest change(String account, String id, SentOrder order, long conid, Quantity quantity, OrderType type) {
        Require.that(
                order.state().type().kind() == type.kind(),
                "order type must stay " + order.state().type().kind() + ", was " + type.kind());
        Order first = order.state().order();
        Fields fields =
                new Fields().plain("conid", conid).text("side", first.side().sign() > 0 ? "BUY" : "SELL");
        terms(fields, first, quantity, type);
        return post("iserver/account/" + account + "/order/" + id, fields);
    }

    HttpRequest cancel(String account, String id) {
        return once(HttpRequest.Method.DELETE, "iserver/account/" + account + "/order/" + id);
    }

    HttpRequest reply(String question, boolean confirmed) {
        return post("iserver/reply/" + question, new Fields().plain("confirmed", confirmed));
    }

    private static void terms(Fields fields, Order order, Quantity quantity, OrderType type) {
        TimeInForce time = order.timeInForce();
        Require.that(
                time != TimeInForce.FOK, "time in force must be GTC, DAY, IOC or OPG, for there is no FOK, was FOK");
        fields.text("tif", time).plain("quantity", quantity);
        switch (type) {
            case OrderType.Market _ -> fields.text("orderType", "MKT");
            case OrderType.Limit(var limit) -> fields.text("orderType", "LMT").plain("price", limit);
            case OrderType.MarketableLimit(var limit) ->
                fields.text("orderType", "LMT").plain("price", limit);
            case OrderType.Stop(var stop) -> fields.text("orderType", "STP").plain("price", stop);
            case OrderType.StopLimit(var stop, var limit) ->
                fields.text("orderType", "STOP_LIMIT").plain("price", limit).plain("auxPrice", stop);
        }
    }
}
