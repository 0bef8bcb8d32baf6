package io.mts1b.brokers.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.symbology.Symbology;
import io.mts1b.testkit.ForAll;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as Interactive Brokers documents them, of which none is recorded. */
class IbkrKindTest {

    private static final String ORDER = """
            {"acct":"U1234567","conidex":"265598","conid":265598,"account":"U1234567","orderId":1234568790,"cashCcy":"USD",\
            "sizeAndFills":"5","orderDesc":"Sold 5 Market, GTC","description1":"AAPL","ticker":"AAPL","secType":"STK",\
            "listingExchange":"NASDAQ.NMS","remainingQuantity":0.0,"filledQuantity":5.0,"totalSize":5.0,\
            "companyName":"APPLE INC","status":"Filled","order_ccp_status":"Filled","avgPrice":"192.26",\
            "origOrderType":"MARKET","supportsTaxOpt":"1","lastExecutionTime":"231211180049","orderType":"Market",\
            "order_ref":"Order123","timeInForce":"GTC","lastExecutionTime_r":1702317649000,"side":"SELL","price":""}""";

    private static final String TRADE = """
            {"execution_id":"0000e0d5.6576fd38.01.01","symbol":"AAPL","supports_tax_opt":"1","side":"S",\
            "order_description":"Sold 5 @ 192.26 on ISLAND","trade_time":"20231211-18:00:49","trade_time_r":1702317649000,\
            "size":5.0,"price":"192.26","order_ref":"Order123","submitter":"user1234","exchange":"ISLAND",\
            "commission":"1.01","net_amount":961.3,"account":"U1234567","accountCode":"U1234567","company_name":"APPLE INC",\
            "contract_description_1":"AAPL","sec_type":"STK","listing_exchange":"NASDAQ.NMS","conid":265598,\
            "conidEx":"265598","clearing_id":"IB","clearing_name":"IB","liquidation_trade":"0"}""";

    private static final String STATUS = """
            {"sub_type":null,"request_id":"209","server_id":"0","order_id":1799796559,"conidex":"265598","conid":265598,\
            "symbol":"AAPL","side":"S","listing_exchange":"NASDAQ.NMS","size":"0.0","total_size":"5.0","currency":"USD",\
            "account":"U1234567","order_type":"MARKET","cum_fill":"5.0","order_status":"Filled","order_ccp_status":"2",\
            "tif":"DAY","sec_type":"STK","average_price":"192.26"}""";

    private static final String TICKLE = """
            {"session":"bb665d0f55b654bcd6f12add6b0e8b21","ssoExpires":460311,"collission":false,"userId":123456789,\
            "hmds":{"error":"no bridge"},"iserver":{"authStatus":{"authenticated":true,"competing":false,"connected":true,\
            "message":"","MAC":"98:F2:B3:23:BF:A0"}}}""";

    private static IbkrMessage read(String kind, String message) {
        return IbkrKind.parse(kind).read(message.getBytes(StandardCharsets.UTF_8), Symbology.house());
    }

    @Test
    void reads_orders_in_both_of_their_forms() {
        assertThat(read("orders", "{\"orders\":[" + ORDER + "],\"snapshot\":true}"))
                .hasToString("Orders[orders=[Of[account=U1234567, what=VenueOrder[name=OrderName[ours=Order123, "
                        + "venues=1234568790], instrument=AAPL.XNAS, buys=false, ordered=5, type=Market[], "
                        + "standing=FILLED, filled=5, averagePrice=192.26]]], snapshot=true]");
        assertThat(read("order", STATUS))
                .hasToString("Orders[orders=[Of[account=U1234567, what=VenueOrder[name=OrderName[ours=null, "
                        + "venues=1799796559], instrument=AAPL.XNAS, buys=false, ordered=5, type=Market[], "
                        + "standing=FILLED, filled=5, averagePrice=192.26]]], snapshot=true]");
        assertThat(read("orders", "{\"orders\":[]}")).isEqualTo(new IbkrMessage.Orders(List.of(), false));
    }

    @ParameterizedTest
    @CsvSource({
        "PendingSubmit, WORKING",
        "PreSubmitted, WORKING",
        "Submitted, WORKING",
        "PendingCancel, WORKING",
        "PreCancelled, WORKING",
        "WarnState, WORKING",
        "Filled, FILLED",
        "Cancelled, CANCELED",
        "Inactive, CANCELED"
    })
    void reads_every_status(String status, String standing) {
        assertThat(read("orders", "{\"orders\":[" + ORDER.replace("\"Filled\"", "\"" + status + "\"") + "]}"))
                .asString()
                .contains("standing=" + standing);
    }

    @Test
    void an_order_that_is_inactive_and_has_not_traded_was_refused() {
        String inactive = ORDER.replace("\"status\":\"Filled\"", "\"status\":\"Inactive\"")
                .replace("\"filledQuantity\":5.0", "\"filledQuantity\":0.0");
        assertThat(read("orders", "{\"orders\":[" + inactive + "]}")).asString().contains("standing=REJECTED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "LIMIT","price":"185.00" | Limit[limit=185]
                    "STOP","auxPrice":"180" | Stop[stop=180]
                    "STOP_LIMIT","price":"179","auxPrice":"180" | StopLimit[stop=180, limit=179]
                    "STOP_LIMIT","price":"179" | null
                    "TRAIL","price":"1" | null
                    """)
    void reads_types_of_orders(String instead, String type) {
        String row = ORDER.replace(",\"price\":\"\"", "").replace("\"MARKET\"", instead);
        assertThat(read("orders", "{\"orders\":[" + row + "]}")).asString().contains("type=" + type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "status":"Filled" | "status":"Lost" | orders[0].status must be a status that Interactive Brokers documents, was text 'Lost'
                    "STK" | "OPT" | orders[0].secType must be STK: only shares are read, was text 'OPT'
                    NASDAQ.NMS | LSE | orders[0].listingExchange must be one of [NASDAQ, NYSE, ARCA, AMEX, BATS, IEX], was text 'LSE'
                    "SELL" | "EXER" | orders[0].side must be BUY, B, SELL or S, was text 'EXER'
                    5.0,"companyName | -5,"companyName | orders[0].totalSize must not be negative, was number -5
                    1234568790 | 1.5 | orders[0] is refused: 1.5 has more than 0 decimals, was an object
                    """)
    void refuses_orders_that_are_not_understood(String part, String instead, String reason) {
        assertThatThrownBy(() -> read("orders", "{\"orders\":[" + ORDER.replace(part, instead) + "]}"))
                .isInstanceOf(JsonException.class)
                .hasMessage(reason);
    }

    @Test
    void reads_trades_and_of_corrected_ones_the_last() {
        String expected = "Fills[fills=[Of[account=U1234567, what=VenueFill[fillId=0000e0d5.6576fd38.01.01, "
                + "order=OrderName[ours=Order123, venues=null], instrument=AAPL.XNAS, buys=false, quantity=5, price=192.26, "
                + "fee=1.01 USD, liquidity=UNKNOWN, at=2023-12-11T18:00:49Z]]]]";
        assertThat(read("trades", "[" + TRADE + "]")).hasToString(expected);
        assertThat(read("ws", "{\"topic\":\"str\",\"args\":[" + TRADE + "]}")).hasToString(expected);
        String corrected = TRADE.replace("01.01", "01.02").replace("5.0", "4.0");
        for (String both : List.of(TRADE + "," + corrected, corrected + "," + TRADE)) {
            IbkrMessage.Fills fills = (IbkrMessage.Fills) read("trades", "[" + both + "]");
            assertThat(fills.fills())
                    .singleElement()
                    .satisfies(fill -> assertThat(fill.what().fillId().value()).endsWith("01.02"));
        }
        assertThat(read("trades", "[" + TRADE.replace("\"order_ref\":\"Order123\",", "") + "]"))
                .asString()
                .contains("OrderName[ours=null, venues=of:0000e0d5.6576fd38.01.01]");
    }

    /** What it cost is told a little later than the trade; until then it is not known, and not zero. */
    @Test
    void refuses_a_trade_whose_commission_is_not_told_yet() {
        assertThatThrownBy(() -> read("trades", "[" + TRADE.replace("\"commission\":\"1.01\",", "") + "]"))
                .hasMessage("[0].commission is required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    place | [{"order_id":"1234567890","order_status":"Submitted","encrypt_message":"1"}] | Taken[orders=[Placed[venues=1234567890, standing=WORKING]]]
                    place | [{"id":"07a13a5a","message":["price exceeds","the constraint"],"isSuppressed":false,"messageIds":["o163"]}] | Asked[id=07a13a5a, warnings=[o163], text=price exceeds the constraint]
                    place | {"error":"We cannot accept an order at the limit price you selected."} | Refused[error=We cannot accept an order at the limit price you selected.]
                    cancel | {"msg":"Request was submitted","order_id":1370093239,"conid":265598,"account":"U1234567"} | Taken[orders=[Placed[venues=1370093239, standing=WORKING]]]
                    cancel | {"error":"OrderID 1 doesn't exist","statusCode":400} | Refused[error=OrderID 1 doesn't exist]
                    status | {"authenticated":false,"competing":true,"connected":true,"message":""} | Status[authenticated=false, competing=true, session=null]
                    tickle | {"session":"bb665d0f55b6289d70bc7380089fc96f","ssoExpires":460311,"collission":false,"userId":1,"hmds":{"error":"no bridge"},"iserver":{"authStatus":{"authenticated":true,"competing":false,"connected":true,"message":"","MAC":"98:F2:B3:23:BF:A0"}}} | Status[authenticated=true, competing=false, session=[REDACTED]]
                    tickle | {"session":"","iserver":{"authStatus":{"authenticated":false,"competing":false,"connected":false}}} | Status[authenticated=false, competing=false, session=null]
                    status | {"message":"triggered"} | Told[what=triggered]
                    accounts | {"accounts":["U1234567"],"acctProps":{},"selectedAccount":"U1234567","isFT":false,"isPaper":false} | Accounts[numbers=[U1234567], paper=false]
                    portfolios | [{"id":"U1234567","accountId":"U1234567","currency":"USD","parent":{}}] | Accounts[numbers=[U1234567], paper=null]
                    validate | {"USER_ID":1,"USER_NAME":"user1234","RESULT":true,"EXPIRES":415890,"lastAccessed":1702580846836} | SignedIn[user=user1234, accessed=2023-12-14T19:07:26.836Z]
                    ledger | {"USD":{"cashbalance":2147.5,"currency":"USD"},"EUR":{"cashbalance":0.0},"BASE":{"cashbalance":2147.5}} | Balances[amounts={USD=2147.5}]
                    positions | [{"acctId":"U1234567","conid":265598,"position":-5.0,"assetClass":"STK","ticker":"BRK B","listingExchange":"NYSE"}] | Positions[quantities={BRK.B.XNYS=-5}]
                    stocks | {"AAPL":[{"name":"APPLE INC","assetClass":"STK","contracts":[{"conid":265598,"exchange":"NASDAQ","isUS":true}]}]} | Listings[listings=[Listing[symbol=AAPL, exchange=NASDAQ, conid=265598]]]
                    """)
    void reads_answers(String kind, String message, String expected) {
        assertThat(read(kind, message)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"message":"waiting for session"} | Told[what=waiting for session]
                    {"topic":"system","success":"user1234","isFT":false,"isPaper":false} | Told[what=system]
                    {"topic":"system","hb":1702318206987} | Told[what=hb]
                    {"topic":"tic","alive":true,"id":"x","lastAccessed":1702318206987} | Told[what=tic]
                    {"topic":"sts","args":{"authenticated":true,"competing":false,"message":"","fail":""}} | Status[authenticated=true, competing=false, session=null]
                    {"topic":"sts","args":{}} | Told[what=sts]
                    {"error":"not authenticated","code":401} | Refused[error=not authenticated]
                    {"topic":"sor","args":[{"acct":"U1","orderId":7,"status":"Filled","filledQuantity":5.0}]} | News[orders=[Of[account=U1, what=Change[name=OrderName[ours=null, venues=7], standing=FILLED, filled=5, reason=]]]]
                    {"topic":"sor","args":[{"acct":"U1","orderId":7}]} | News[orders=[Of[account=U1, what=Change[name=OrderName[ours=null, venues=7], standing=null, filled=null, reason=]]]]
                    """)
    void reads_the_stream(String message, String expected) {
        assertThat(read("ws", message)).hasToString(expected);
    }

    @Test
    void refuses_unknown_topics_and_kinds_and_an_answer_that_is_neither_order_nor_question() {
        assertThatThrownBy(() -> read("ws", "{\"topic\":\"smd+265598\"}"))
                .hasMessage("topic must be sor, str, sts, system, tic, act, blt, ntf or error, was text 'smd+265598'");
        assertThatThrownBy(() -> IbkrKind.parse("nothing")).hasMessageStartingWith("message must be one of [place, ");
        assertThatThrownBy(() -> read("place", "[]")).hasMessageContaining("must hold an order or a question");
        assertThatThrownBy(() -> read("place", "[{\"id\":\"a\",\"message\":[]},{\"id\":\"b\",\"message\":[]}]"))
                .hasMessageContaining("must hold one question");
        assertThatThrownBy(
                        () -> read(
                                "positions",
                                "[{\"conid\":1,\"position\":1,\"assetClass\":\"STK\",\"ticker\":\"A\",\"listingExchange\":\"NYSE\"},"
                                        + "{\"conid\":2,\"position\":1,\"assetClass\":\"STK\",\"ticker\":\"A\",\"listingExchange\":\"NYSE\"}]"))
                .hasMessageContaining("must be the only position in A.XNYS");
    }

    /** No broken message does anything but to be refused, or to be read as some message. */
    @Test
    void broken_messages_are_refused_with_a_reason() {
        List<List<String>> messages = List.of(
                List.of("orders", "{\"orders\":[" + ORDER + "],\"snapshot\":true}"),
                List.of("order", STATUS),
                List.of("trades", "[" + TRADE + "]"),
                List.of("tickle", TICKLE),
                List.of("ws", "{\"topic\":\"str\",\"args\":[" + TRADE + "]}"),
                List.of("ws", "{\"topic\":\"sor\",\"args\":[" + ORDER + "]}"));
        int[] refusals = new int[1];
        ForAll.cases(4_000, random -> {
            List<String> row = messages.get(random.nextInt(messages.size()));
            byte[] message = row.getLast().getBytes(StandardCharsets.UTF_8);
            if (random.nextBoolean()) {
                message = Arrays.copyOf(message, random.nextInt(message.length));
            } else {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(IbkrKind.parse(row.getFirst()).read(message, Symbology.house()))
                        .isNotNull();
            } catch (JsonException e) {
                refusals[0]++;
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(2_000);
            }
        });
        assertThat(refusals[0]).isGreaterThan(2_000);
    }
}
