package io.mts1b.brokers.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Money;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.symbology.Symbology;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as Coinbase documents them, of which none is recorded. */
class CoinbaseKindTest {

    private static final String FILL = """
            {"entry_id":"e","trade_id":"t-1","order_id":"o-1","trade_time":"2024-01-15T10:30:00.123456Z","trade_type":"FILL",\
            "price":"45123.45","size":"0.005","commission":"1.14","product_id":"BTC-USD",\
            "sequence_timestamp":"2024-01-15T10:30:01Z","liquidity_indicator":"MAKER","size_in_quote":false,"side":"BUY"}""";

    private static final String ORDER = """
            {"order_id":"o-1","product_id":"BTC-USD","order_configuration":CONFIGURATION,"side":"SELL",\
            "client_order_id":"c-1","status":"OPEN","filled_size":"0","average_filled_price":"0"}""";

    private static final String USER = """
            {"channel":"user","client_id":"","timestamp":"2026-04-07T14:30:06Z","sequence_num":3,"events":[{"type":"update",\
            "orders":[{"order_id":"o-1","client_order_id":"c-1","cumulative_quantity":"0.4","leaves_quantity":"0.6",\
            "avg_price":"100.5","total_fees":"1","status":"OPEN","product_id":"BTC-USD","order_side":"BUY",\
            "order_type":"Limit","limit_price":"101","stop_price":""}]}]}""";

    private static CoinbaseMessage read(String kind, String message) {
        return CoinbaseKind.parse(kind).read(message.getBytes(StandardCharsets.UTF_8), Symbology.house());
    }

    @Test
    void reads_fills_and_where_the_next_page_begins() {
        assertThat(read("fills", "{\"fills\":[" + FILL + "],\"cursor\":\"next\"}"))
                .hasToString(
                        "Fills[fills=[VenueFill[fillId=t-1, order=OrderName[ours=null, venues=o-1], instrument=BTC-USD.COINBASE, "
                                + "buys=true, quantity=0.005, price=45123.45, fee=1.14 USD, liquidity=MAKER, "
                                + "at=2024-01-15T10:30:00.123456Z]], next=next]");
        assertThat(read("fills", "{\"fills\":[],\"cursor\":\"\"}"))
                .isEqualTo(new CoinbaseMessage.Fills(List.of(), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "FILL" | "CORRECTION" | fills[0].trade_type must be FILL: what corrects another is not read, was text 'CORRECTION'
                    false | true | fills[0].size_in_quote must be false, was true
                    "MAKER" | "SOME" | fills[0].liquidity_indicator must be MAKER, TAKER or UNKNOWN_LIQUIDITY_INDICATOR, was text 'SOME'
                    "0.005" | "0" | fills[0] is refused: quantity must be positive, was 0, was an object
                    "BUY" | "SHORT" | fills[0].side must be BUY or SELL, was text 'SHORT'
                    BTC-USD | NONE | fills[0].product_id is refused: COINBASE symbol must be {base}-{quote} or {root}-{ddMONyy}-CDE, was 'NONE',, was text 'NONE'
                    """)
    void refuses_fills_that_are_not_understood(String part, String instead, String reason) {
        assertThatThrownBy(() -> read("fills", "{\"fills\":[" + FILL.replace(part, instead) + "]}"))
                .isInstanceOf(JsonException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"limit_limit_gtc":{"base_size":"2","limit_price":"10","post_only":false}} | Limit[limit=10]
                    {"sor_limit_ioc":{"base_size":"2","limit_price":"10"}} | Limit[limit=10]
                    {"market_market_ioc":{"base_size":"2"}} | Market[]
                    {"stop_limit_stop_limit_gtc":{"base_size":"2","limit_price":"9","stop_price":"10","stop_direction":"STOP_DIRECTION_STOP_DOWN"}} | StopLimit[stop=10, limit=9]
                    {"stop_limit_stop_limit_gtc":{"base_size":"2","limit_price":"9","stop_price":"10","stop_direction":"STOP_DIRECTION_STOP_UP"}} | null
                    {"trigger_bracket_gtc":{"base_size":"2","limit_price":"9","stop_trigger_price":"8"}} | null
                    """)
    void reads_types_of_orders(String configuration, String type) {
        CoinbaseMessage.Orders read = (CoinbaseMessage.Orders)
                read("order", "{\"order\":" + ORDER.replace("CONFIGURATION", configuration) + "}");
        assertThat(String.valueOf(read.orders().getFirst().type())).isEqualTo(type);
        assertThat(read.orders().getFirst().ordered()).hasToString("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"market_market_ioc":{"quote_size":"2"}} | order.order_configuration.market_market_ioc must count the size in the base, was an object
                    {"new_kind":{"base_size":"2"}} | order.order_configuration must be one that Coinbase documents, was an object
                    {} | order.order_configuration must have one member, was an object
                    """)
    void refuses_orders_that_are_not_understood(String configuration, String reason) {
        assertThatThrownBy(() -> read("order", "{\"order\":" + ORDER.replace("CONFIGURATION", configuration) + "}"))
                .isInstanceOf(JsonException.class)
                .hasMessage(reason);
    }

    @Test
    void reads_where_orders_stand_out_of_the_stream() {
        assertThat(read("ws", USER))
                .hasToString(
                        "News[orders=[VenueOrder[name=OrderName[ours=c-1, venues=o-1], instrument=BTC-USD.COINBASE, buys=true, "
                                + "ordered=1, type=Limit[limit=101], standing=WORKING, filled=0.4, averagePrice=100.5]], "
                                + "sequence=3, snapshot=false]");
        assertThat(read("ws", USER.replace(",\"limit_price\":\"101\",\"stop_price\":\"\"", "")))
                .asString()
                .contains("type=null");
        assertThat(read("ws", "{\"type\":\"error\",\"message\":\"authentication failure\"}"))
                .hasToString("Refused[errors=[authentication failure]]");
        assertThatThrownBy(() -> read("ws", USER.replace("OPEN", "LOST")))
                .hasMessageContaining("must be a status that Coinbase documents, was text 'LOST'");
        assertThatThrownBy(() -> read("ws", USER.replace("Limit", "Peg")))
                .hasMessageContaining("must be an order type that Coinbase documents");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    create-order | {"success":true,"success_response":{"order_id":"o-1","product_id":"BTC-USD","side":"BUY","client_order_id":"c-1"}} | Answer[parts=[Part[order=OrderName[ours=c-1, venues=o-1], error=null]]]
                    create-order | {"success":false,"error_response":{"error":"INSUFFICIENT_FUND","message":"Insufficient balance in source account"}} | Answer[parts=[Part[order=null, error=INSUFFICIENT_FUND: Insufficient balance in source account]]]
                    cancel-orders | {"results":[{"success":true,"failure_reason":"UNKNOWN_CANCEL_FAILURE_REASON","order_id":"o-1"},{"success":false,"failure_reason":"UNKNOWN_CANCEL_ORDER","order_id":"o-2"}]} | Answer[parts=[Part[order=OrderName[ours=null, venues=o-1], error=null], Part[order=OrderName[ours=null, venues=o-2], error=UNKNOWN_CANCEL_ORDER]]]
                    edit-order | {"success":true,"errors":[]} | Answer[parts=[Part[order=null, error=null]]]
                    edit-order | {"success":false,"errors":[{"edit_failure_reason":"ORDER_NOT_FOUND"}]} | Answer[parts=[Part[order=null, error=ORDER_NOT_FOUND]]]
                    key-permissions | {"can_view":true,"can_trade":true,"can_transfer":false,"portfolio_uuid":"p"} | KeyInfo[view=true, trade=true, transfer=false]
                    orders | {"error":"PERMISSION_DENIED","message":"no","error_details":"no"} | Refused[errors=[PERMISSION_DENIED: no]]
                    """)
    void reads_answers(String kind, String message, String expected) {
        assertThat(read(kind, message)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "60000.6666666666666667, 60000.6666666666667",
        "0.00001234567890123456789, 0.000012345678901235",
        "99999.99999999999999999999, 100000",
        "50.25, 50.25",
        "0, null"
    })
    void averages_are_rounded_to_the_digits_that_fit(String average, String read) {
        String limit = ORDER.replace(
                        "CONFIGURATION", "{\"limit_limit_gtc\":{\"base_size\":\"2\",\"limit_price\":\"10\"}}")
                .replace(
                        "\"filled_size\":\"0\",\"average_filled_price\":\"0\"",
                        "\"filled_size\":\"1\",\"average_filled_price\":\"" + average + "\"");
        CoinbaseMessage.Orders orders = (CoinbaseMessage.Orders) read("order", "{\"order\":" + limit + "}");
        assertThat(String.valueOf(orders.orders().getFirst().averagePrice())).isEqualTo(read);
        CoinbaseMessage.News news = (CoinbaseMessage.News) read("ws", USER.replace("100.5", average));
        assertThat(String.valueOf(news.orders().getFirst().averagePrice())).isEqualTo(read);
    }

    @Test
    void averages_that_are_no_numbers_are_refused() {
        for (String average : List.of("much", "1e30", "-", "1234567890123456789.5", "١.٢٢٢٢٢٢٢٢٢٢٢٢٢٢٢٢٢٢٢٢٢")) {
            assertThatThrownBy(() -> read("ws", USER.replace("100.5", average)))
                    .as(average)
                    .hasMessageContaining("avg_price is refused: must be a number of 64 bits");
        }
    }

    /** A ledger keeps six decimals of a dollar; more would not add up with what an account has. */
    @ParameterizedTest
    @CsvSource({
        "1234.5678901234567890, 1234.567891 USD",
        "0.0123456789012345, 0.012346 USD",
        "-0.0000005, 0 USD",
        "-12345.6789012345678901, -12345.678901 USD",
        "1.14, 1.14 USD"
    })
    void fees_are_rounded_to_what_a_ledger_keeps(String commission, String fee) {
        CoinbaseMessage.Fills fills =
                (CoinbaseMessage.Fills) read("fills", "{\"fills\":[" + FILL.replace("1.14", commission) + "]}");
        assertThat(fills.fills().getFirst().fee()).isEqualTo(Money.parse(fee));
    }

    /** What has traded is not guessed. */
    @Test
    void quantities_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> read("fills", "{\"fills\":[" + FILL.replace("0.005", "1234.5678901234567891") + "]}"))
                .hasMessageContaining("fills[0].size is refused: ");
    }

    @Test
    void what_cannot_be_traded_is_no_balance() {
        String account =
                "{\"currency\":\"BTC\",\"type\":\"ACCOUNT_TYPE_%s\",\"available_balance\":{\"value\":\"%s\",\"currency\":\"BTC\"}}";
        assertThat(read(
                        "accounts",
                        "{\"accounts\":["
                                + String.join(
                                        ",",
                                        account.formatted("CRYPTO", "1.5"),
                                        account.formatted("VAULT", "20"),
                                        account.formatted("PERP_FUTURES", "3"))
                                + "],\"has_next\":false,\"cursor\":\"\"}"))
                .hasToString("Balances[amounts={BTC=1.5}, next=null]");
    }

    @Test
    void refuses_ids_that_lead_elsewhere() {
        assertThatThrownBy(() -> read("fills", "{\"fills\":[" + FILL.replace("o-1", "a/b") + "]}"))
                .hasMessage(
                        "fills[0].order_id is refused: id must be 1 to 64 letters, digits, _ and -, was 'a/b',, was text 'a/b'");
        assertThatThrownBy(() -> read("ws", USER.replace("\"o-1\"", "\"\"")))
                .hasMessageContaining("order_id is refused: id must be 1 to 64 letters");
    }

    @Test
    void refuses_an_unknown_kind_and_a_page_without_a_next() {
        assertThatThrownBy(() -> CoinbaseKind.parse("nothing"))
                .hasMessageStartingWith("message must be one of [create-order, edit-order,");
        assertThatThrownBy(() -> read("orders", "{\"orders\":[],\"has_next\":true,\"cursor\":\"\"}"))
                .hasMessage("document must say where the next page begins, was an object");
    }
}
