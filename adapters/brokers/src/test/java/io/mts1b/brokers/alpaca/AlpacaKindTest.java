package io.mts1b.brokers.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.alpaca.AlpacaMessage.Event;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.symbology.Symbology;
import io.mts1b.testkit.ForAll;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as Alpaca documents them, of which none is recorded. */
class AlpacaKindTest {

    private static final String ORDER = """
            {"id":"o-1","client_order_id":"c-1","created_at":"2024-03-16T18:38:01.942282Z","submitted_at":"2024-03-16T18:38:01.937734Z",\
            "replaced_by":null,"replaces":null,"symbol":"AAPL","asset_class":"us_equity","notional":null,"qty":"10","filled_qty":"4",\
            "filled_avg_price":"105.25","order_class":"simple","order_type":"limit","type":"limit","side":"buy",\
            "time_in_force":"day","limit_price":"106","stop_price":null,"status":"partially_filled","legs":null}""";

    private static final String NEWS = """
            {"stream":"trade_updates","data":{"event":"partial_fill","price":"105.30","qty":"3","position_qty":"4",\
            "timestamp":"2024-03-16T14:40:01.123456789-04:00","execution_id":"e-1","order":ORDER}}""".replace("ORDER", ORDER);

    private static AlpacaMessage read(String kind, String message) {
        return AlpacaKind.parse(kind).read(message.getBytes(StandardCharsets.UTF_8), Symbology.house());
    }

    private static AlpacaOrder order(String message) {
        return ((AlpacaMessage.Orders) read("order", message)).orders().getFirst();
    }

    @Test
    void reads_an_order_and_what_it_replaces() {
        assertThat(order(ORDER))
                .hasToString(
                        "AlpacaOrder[order=VenueOrder[name=OrderName[ours=c-1, venues=o-1], instrument=AAPL.ALPACA, "
                                + "buys=true, ordered=10, type=Limit[limit=106], standing=WORKING, filled=4, averagePrice=105.25], "
                                + "submittedAt=2024-03-16T18:38:01.937734Z, replaces=null, replacedBy=null]");
        AlpacaOrder replaced = order(ORDER.replace("partially_filled", "replaced")
                .replace("\"replaced_by\":null", "\"replaced_by\":\"o-2\"")
                .replace("\"replaces\":null", "\"replaces\":\"o-0\""));
        assertThat(replaced.replacedBy()).isEqualTo("o-2");
        assertThat(replaced.replaces()).isEqualTo("o-0");
        assertThat(replaced.order().standing()).isEqualTo(Standing.CANCELED);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            new,                  WORKING
            partially_filled,     WORKING
            filled,               FILLED
            done_for_day,         WORKING
            canceled,             CANCELED
            expired,              EXPIRED
            replaced,             CANCELED
            pending_cancel,       WORKING
            pending_replace,      WORKING
            accepted,             WORKING
            pending_new,          WORKING
            accepted_for_bidding, WORKING
            stopped,              WORKING
            rejected,             REJECTED
            suspended,            WORKING
            calculated,           WORKING
            held,                 WORKING
            pending_review,       WORKING
            """)
    void every_status_has_its_standing(String status, Standing standing) {
        assertThat(order(ORDER.replace("partially_filled", status)).order().standing())
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    partially_filled | lost | status must be a status that Alpaca documents, was text 'lost'
                    "side":"buy" | "side":"hold" | side must be buy, sell or sell_short, was text 'hold'
                    "type":"limit" | "type":"peg" | type must be an order type that Alpaca documents, was text 'peg'
                    "simple" | "mleg" | order_class must be simple, bracket, oco or oto, was text 'mleg'
                    "qty":"10" | "qty":null | document must count its quantity, an order for an amount of money is none of ours, was an object
                    "qty":"10" | "qty":"-1" | qty must not be negative, was text '-1'
                    "symbol":"AAPL" | "symbol":"" | symbol is refused: ALPACA symbol must be {share} or {share}.{class} or {root}{yymmdd}{right}{strike8} or {base}/{quote}, was '',, was text ''
                    """)
    void refuses_orders_that_are_not_understood(String part, String instead, String reason) {
        assertThatThrownBy(() -> order(ORDER.replace(part, instead)))
                .isInstanceOf(JsonException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "type":"limit" | "type":"market" | Market[]
                    "type":"limit" | "type":"trailing_stop" | null
                    "simple" | "bracket" | null
                    "simple" | "oco" | null
                    "simple" | "oto" | null
                    "simple" | "" | Limit[limit=106]
                    """)
    void tells_no_type_where_it_is_none_of_ours(String part, String instead, String type) {
        assertThat(String.valueOf(order(ORDER.replace(part, instead)).order().type()))
                .isEqualTo(type);
    }

    @Test
    void reads_what_crypto_assets_are_called_with_and_without_their_slash() {
        String crypto = ORDER.replace("us_equity", "crypto");
        assertThat(order(crypto.replace("AAPL", "BTC/USD")).order().instrument())
                .hasToString("BTC-USD.ALPACA");
        assertThat(order(crypto.replace("AAPL", "BTCUSD")).order().instrument()).hasToString("BTC-USD.ALPACA");
        assertThat(read("positions", """
                        [{"symbol":"BTCUSD","asset_class":"crypto","qty":"0.123456789","side":"long"},
                         {"symbol":"BRK.B","asset_class":"us_equity","qty":"-7","side":"short"},
                         {"symbol":"F","asset_class":"us_equity","qty":"7","side":"short"}]"""))
                .hasToString("Positions[quantities={BRK.B.ALPACA=-7, BTC-USD.ALPACA=0.123456789, F.ALPACA=-7}]");
        assertThatThrownBy(() -> read("positions", "[{\"symbol\":\"F\",\"qty\":\"-7\",\"side\":\"long\"}]"))
                .hasMessage("[0].qty must not be negative of a long position, was text '-7'");
    }

    @Test
    void reads_averages_of_any_length() {
        assertThat(order(ORDER.replace("105.25", "0.1234567891234567891234"))
                        .order()
                        .averagePrice())
                .hasToString("0.123456789123456789");
        assertThatThrownBy(() -> order(ORDER.replace("105.25", "much"))).isInstanceOf(JsonException.class);
    }

    /** One fill has one name and one time, whoever tells of it. */
    @Test
    void a_fill_is_the_same_out_of_the_stream_and_out_of_the_history() {
        AlpacaMessage.News news = (AlpacaMessage.News) read("ws", NEWS);
        AlpacaMessage.Fills fills = (AlpacaMessage.Fills) read("fills", """
                [{"id":"20240316144001123::e-1","activity_type":"FILL","transaction_time":"2024-03-16T18:40:01.123457Z",\
                "type":"partial_fill","price":"105.3","qty":"3","side":"buy","symbol":"AAPL","leaves_qty":"6",\
                "order_id":"o-1","cum_qty":"4","order_status":"partially_filled"}]""");
        VenueFill fill = Objects.requireNonNull(news.fill(), "traded");
        assertThat(fill)
                .usingRecursiveComparison()
                .ignoringFields("order.ours")
                .isEqualTo(fills.fills().getFirst());
        assertThat(fill.fillId()).hasToString("o-1/4");
        assertThat(fill.order().ours()).isEqualTo("c-1");
        assertThat(fills.last()).isEqualTo("20240316144001123::e-1");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            new, ACCEPTED
            accepted, ACCEPTED
            pending_new, UNDER_WAY
            held, UNDER_WAY
            stopped, UNDER_WAY
            suspended, UNDER_WAY
            calculated, UNDER_WAY
            done_for_day, UNDER_WAY
            pending_cancel, UNDER_WAY
            pending_replace, UNDER_WAY
            fill, TRADED
            partial_fill, TRADED
            canceled, CANCELED
            expired, EXPIRED
            rejected, REJECTED
            replaced, REPLACED
            order_replace_rejected, REPLACE_REJECTED
            order_cancel_rejected, CANCEL_REJECTED
            """)
    void every_event_is_known(String word, Event event) {
        AlpacaMessage.News news = (AlpacaMessage.News)
                read("ws", NEWS.replace("\"event\":\"partial_fill\"", "\"event\":\"" + word + "\""));
        assertThat(news.event()).isEqualTo(event);
        assertThat(news.fill() != null).isEqualTo(event == Event.TRADED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"stream":"authorization","data":{"status":"authorized","action":"authenticate"}} | Authorization[good=true]
                    {"stream":"authorization","data":{"status":"unauthorized","action":"listen"}} | Authorization[good=false]
                    {"stream":"listening","data":{"streams":["trade_updates"]}} | Listening[streams=[trade_updates]]
                    {"stream":"listening","data":{"error":"required stream not found"}} | Refused[error=required stream not found]
                    """)
    void reads_what_the_stream_says_of_itself(String message, String expected) {
        assertThat(read("ws", message)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "event":"partial_fill" | "event":"trade_bust" | data.event must not take back what has traded, which is not read, was text 'trade_bust'
                    "event":"partial_fill" | "event":"trade_correct" | data.event must not take back what has traded, which is not read, was text 'trade_correct'
                    "event":"partial_fill" | "event":"melted" | data.event must be an event that Alpaca documents, was text 'melted'
                    "qty":"3" | "qty":"0" | data is refused: quantity must be positive, was 0, was an object
                    trade_updates | news | stream must be authorization, listening or trade_updates, was text 'news'
                    """)
    void refuses_news_that_is_not_understood(String part, String instead, String reason) {
        assertThatThrownBy(() -> read("ws", NEWS.replace(part, instead)))
                .isInstanceOf(JsonException.class)
                .hasMessage(reason);
    }

    @Test
    void refuses_an_unknown_kind_and_reads_errors_of_every_kind() {
        assertThatThrownBy(() -> AlpacaKind.parse("nothing"))
                .hasMessageStartingWith("message must be one of [order, orders, fills,");
        for (String kind : List.of("order", "orders", "fills", "positions", "account", "clock", "quotes")) {
            assertThat(read(kind, "{\"code\":40310000,\"message\":\"insufficient buying power\"}"))
                    .hasToString("Refused[error=40310000: insufficient buying power]");
        }
    }

    /** What the recordings have none of: orders and news, cut and broken. */
    @Test
    void broken_orders_and_news_are_refused_with_a_reason() {
        int[] refusals = new int[1];
        ForAll.cases(3_000, random -> {
            boolean news = random.nextBoolean();
            byte[] message = (news ? NEWS : ORDER).getBytes(StandardCharsets.UTF_8);
            if (random.nextBoolean()) {
                message = Arrays.copyOf(message, random.nextInt(message.length));
            } else {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat((news ? AlpacaKind.WS : AlpacaKind.ORDER).read(message, Symbology.house()))
                        .isNotNull();
            } catch (JsonException e) {
                refusals[0]++;
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(2_000);
            }
        });
        assertThat(refusals[0]).isGreaterThan(1_500);
    }
}
