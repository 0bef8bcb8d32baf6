package io.mts1b.brokers.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.json.JsonException;
import io.mts1b.testkit.ForAll;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of the recorded payloads: read as what it is, refused for what it says, or no message to a broker. */
@Tag(SharedData.TAG)
class KrakenPayloadsTest {

    private static final Instant RECEIVED = Instant.parse("2026-05-05T10:00:00Z");
    private static final KrakenSymbols SYMBOLS = KrakenSymbols.house();

    /** File, kind, and what it says: digits, names and words that must stand in what was read. */
    private static final Map<String, List<String>> READ = table("""
            http_add_order_spot.json | add-order | Answer[method=add_order, request=null, error=null, parts=[Part[order=OrderName[ours=null, venues=OUF4EM-FRGI2-MQMWZD], error=null]], at=null]
            http_cancel_order_futures.json | futures-cancel-order | Answer[method=cancel_order, request=null, error=null, parts=[Part[order=OrderName[ours=null, venues=c8a35168-8d52-4609-944f-3f32bb0d5c77], error=null]], at=2024-01-15T10:30:45.123Z]
            http_closed_orders.json | closed-orders | Orders[orders=[VenueOrder[name=OrderName[ours=null, venues=O5KZFT-GH3AD-LP6TLU], instrument=BTC-USDT.KRAKEN, buys=true, ordered=0.5, type=Limit[limit=29500], standing=FILLED, filled=0.5, averagePrice=29500], VenueOrder[name=OrderName[ours=null, venues=OCLOSED-2-TESTID], instrument=ETH-USDT.KRAKEN, buys=false, ordered=1, type=Market[], standing=FILLED, filled=1, averagePrice=1850]], count=2]
            http_futures_open_orders.json | futures-open-orders | Orders[orders=[VenueOrder[name=OrderName[ours=null, venues=2ce038ae-c144-4de7-a0f1-82f7f4fca864], instrument=ETH-USD_ETH-PERP.KRAKEN, buys=true, ordered=100, type=Limit[limit=1200], standing=WORKING, filled=0, averagePrice=null], VenueOrder[name=OrderName[ours=null, venues=c8135f52-2a86-4e26-b629-43cc37da9dbf], instrument=ETH-USD_ETH-PERP.KRAKEN, buys=true, ordered=10, type=null, standing=WORKING, filled=0, averagePrice=null], VenueOrder[name=OrderName[ours=my-client-order-123, venues=7a9f8b3e-1c2d-4e5f-9a8b-7c6d5e4f3a2b], instrument=BTC-USD_BTC-PERP.KRAKEN, buys=false, ordered=7000, type=Limit[limit=28500], standing=WORKING, filled=2000, averagePrice=null]], count=null]
            http_open_orders.json | open-orders | Orders[orders=[VenueOrder[name=OrderName[ours=null, venues=O26VBY-ISGAE-JP5TLU], instrument=BTC-USDT.KRAKEN, buys=true, ordered=0.5, type=Limit[limit=29500], standing=WORKING, filled=0, averagePrice=null], VenueOrder[name=OrderName[ours=null, venues=OYEQF4-FDE4C-NMUYUI], instrument=ETH-USDT.KRAKEN, buys=false, ordered=1, type=Stop[stop=1800], standing=WORKING, filled=0, averagePrice=null]], count=null]
            http_send_order_futures.json | futures-send-order | Answer[method=send_order, request=null, error=null, parts=[Part[order=OrderName[ours=test-order-001, venues=c8a35168-8d52-4609-944f-3f32bb0d5c77], error=null]], at=2024-01-15T10:30:45.123Z]
            http_server_time.json | server-time | ServerTime[at=2025-11-11T00:17:04Z]
            http_spot_balance.json | balance | Balances[amounts={BTC=0.5, ETH=2, USD=200000}]
            http_trades_history.json | trades-history | Fills[fills=[VenueFill[fillId=TCCCTY-WJ6EO-4FP4VZ, order=OrderName[ours=null, venues=O26VBY-ISGAE-JP5TLU], instrument=BTC-USDT.KRAKEN, buys=true, quantity=0.5, price=29500.5, fee=23.6 USDT, liquidity=MAKER, at=2023-07-05T19:37:20.892Z], VenueFill[fillId=TDCVFQ-TPEG4-6X7LSZ, order=OrderName[ours=null, venues=OYEQF4-FDE4C-NMUYUI], instrument=ETH-USDT.KRAKEN, buys=false, quantity=1, price=1799.75, fee=3.6 USDT, liquidity=TAKER, at=2023-07-05T19:47:20.345Z]], count=2]
            ws_add_order_response_failure.json | ws | Answer[method=add_order, request=99, error=EOrder:Insufficient funds, parts=[], at=2026-05-05T10:00:00.125Z]
            ws_add_order_response_success.json | ws | Answer[method=add_order, request=42, error=null, parts=[Part[order=OrderName[ours=O-20260505-000001, venues=OABCDE-12345-FGHIJ], error=null]], at=2026-05-05T10:00:00.125Z]
            ws_batch_add_response_partial.json | ws | Answer[method=batch_add, request=45, error=null, parts=[Part[order=OrderName[ours=O-A, venues=O1], error=null], Part[order=OrderName[ours=O-B, venues=null], error=EOrder:Invalid price]], at=2026-05-05T10:00:00.125Z]
            ws_futures_fills_delta.json | futures-ws | News[messages=[Traded[fill=VenueFill[fillId=6a22a3fb-e18e-4e76-b841-8689735c9158, order=OrderName[ours=b661bad0-7037-4b73-9e07-a65b515e4ef7, venues=a08aed17-f1a6-4db6-876c-2de5df84951c], instrument=ETH-USD-PERP.KRAKEN, buys=true, quantity=0.001, price=3162, fee=0.001581 USD, liquidity=TAKER, at=2025-12-08T09:17:17.003Z]]], names=[OrderName[ours=b661bad0-7037-4b73-9e07-a65b515e4ef7, venues=a08aed17-f1a6-4db6-876c-2de5df84951c]], amended=[], sequence=null, snapshot=false]
            ws_futures_fills_snapshot.json | futures-ws | Fills[fills=[VenueFill[fillId=cad76f07-814e-4dc6-8478-7867407b6bff, order=OrderName[ours=null, venues=9e30258b-5a98-4002-968a-5b0e149bcfbf], instrument=BTC-USD_BTC-20200925.KRAKEN, buys=true, quantity=5000, price=10937.5, fee=-0.00009142857 BTC, liquidity=MAKER, at=2020-09-16T11:48:30.739Z], VenueFill[fillId=b1aa44b2-4f2a-4031-999c-ae1175c91580, order=OrderName[ours=null, venues=7e60b6e8-e4c2-4ce8-bbd0-ef81e18b65bb], instrument=ETH-USD_ETH-PERP.KRAKEN, buys=true, quantity=5000, price=364.65, fee=0.00685588921 ETH, liquidity=TAKER, at=2020-09-16T11:49:05.531Z]], count=null]
            ws_futures_open_orders_cancel.json | futures-ws | News[messages=[Canceled[order=OrderName[ours=null, venues=660c6b23-8007-48c1-a7c9-4893f4572e8c], at=2026-05-05T10:00:00Z, filled=null, reason=cancelled_by_user]], names=[OrderName[ours=null, venues=660c6b23-8007-48c1-a7c9-4893f4572e8c]], amended=[], sequence=null, snapshot=false]
            ws_futures_open_orders_cancel_post_only.json | futures-ws | News[messages=[Canceled[order=OrderName[ours=O-20250306-001, venues=770d7b34-9118-59d2-b8da-5a04e3683fa9], at=2026-05-05T10:00:00Z, filled=null, reason=post_order_failed_because_it_would_filled]], names=[OrderName[ours=O-20250306-001, venues=770d7b34-9118-59d2-b8da-5a04e3683fa9]], amended=[], sequence=null, snapshot=false]
            ws_futures_open_orders_delta.json | futures-ws | News[messages=[Accepted[order=OrderName[ours=null, venues=59302619-41d2-4f0b-941f-7e7914760ad3], at=2019-09-05T17:01:17.410Z]], names=[OrderName[ours=null, venues=59302619-41d2-4f0b-941f-7e7914760ad3]], amended=[], sequence=null, snapshot=false]
            ws_futures_open_orders_delta_full_fill.json | futures-ws | News[messages=[], names=[OrderName[ours=null, venues=a182cf4f-fd35-4ab1-b6b8-67ef5561bde5]], amended=[], sequence=null, snapshot=false]
            ws_pong.json | ws | Alive[what=pong]
            """);

    /** What belongs to order entry and must not be taken for what it is not; and what is market data, read as any kind. */
    private static final Map<String, List<String>> REFUSED = table("""
            http_futures_order_events_unknown.json | futures-order-events | orderEvents[0].order.type must be an order type that Kraken documents, was text 'unknown'
            http_send_order_futures_unknown_trigger.json | futures-send-order | sendStatus.orderEvents[0].orderTrigger.type must be an order type that Kraken documents, was text 'unknown'
            ws_add_order_request.json | ws | params must be absent: with params it is a request of ours, not an answer, was an object
            ws_amend_order_request.json | ws | params must be absent: with params it is a request of ours, not an answer, was an object
            ws_batch_add_request.json | ws | params must be absent: with params it is a request of ours, not an answer, was an object
            ws_cancel_order_request.json | ws | params must be absent: with params it is a request of ours, not an answer, was an object
            http_spot_trade_balance.json | balance | result.eb is refused: code must be 2 to 12 of A-Z and 0-9, was 'eb', was text '198750.42'
            ws_book_snapshot.json | ws | channel must be a channel of the private stream, was text 'book'
            ws_book_update.json | ws | channel must be a channel of the private stream, was text 'book'
            ws_l3_update_add.json | ws | channel must be a channel of the private stream, was text 'level3'
            ws_l3_update_delete.json | ws | channel must be a channel of the private stream, was text 'level3'
            ws_l3_update_modify_price.json | ws | channel must be a channel of the private stream, was text 'level3'
            ws_l3_update_modify_qty.json | ws | channel must be a channel of the private stream, was text 'level3'
            ws_ohlc_update.json | ws | channel must be a channel of the private stream, was text 'ohlc'
            ws_ticker_snapshot.json | ws | channel must be a channel of the private stream, was text 'ticker'
            ws_trade_update.json | ws | channel must be a channel of the private stream, was text 'trade'
            ws_futures_book_snapshot.json | futures-ws | feed must be a private feed, was text 'book_snapshot'
            ws_futures_book_snapshot_with_zero_qty.json | futures-ws | feed must be a private feed, was text 'book_snapshot'
            ws_futures_ticker.json | futures-ws | feed must be a private feed, was text 'ticker'
            ws_futures_trade.json | futures-ws | feed must be a private feed, was text 'trade'
            ws_futures_trade_snapshot.json | futures-ws | feed must be a private feed, was text 'trade_snapshot'
            http_asset_pairs.json | open-orders | result.open is required
            http_asset_pairs_tokenized.json | open-orders | result.open is required
            http_futures_candles_mark.json | futures-open-orders | openOrders is required
            http_futures_candles_trade.json | futures-open-orders | openOrders is required
            http_futures_historical_funding_rates.json | futures-open-orders | openOrders is required
            http_futures_instruments.json | futures-open-orders | openOrders is required
            http_futures_orderbook.json | futures-open-orders | openOrders is required
            http_futures_public_executions.json | futures-open-orders | openOrders is required
            http_futures_tickers.json | futures-open-orders | openOrders is required
            """);

    private static final List<String> PACKED = List.of("http_ohlc.json.gz");

    private static Map<String, List<String>> table(String rows) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        rows.lines()
                .map(line -> line.split(" \\| ", 3))
                .filter(row -> row.length == 3)
                .forEach(row -> {
                    assertThat(table.put(row[0], List.of(row[1], row[2]))).isNull();
                });
        return table;
    }

    @Test
    void every_file_is_in_the_table() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.path("venue_payloads/nautilus_kraken"))) {
            TreeSet<String> known = new TreeSet<>(READ.keySet());
            known.addAll(REFUSED.keySet());
            known.addAll(PACKED);
            TreeSet<String> found = new TreeSet<>();
            files.forEach(file -> found.add(file.getFileName().toString()));
            assertThat(found).isEqualTo(known);
        }
    }

    @Test
    void what_is_a_brokers_is_read_to_the_digit() {
        READ.forEach((file, row) ->
                assertThat(read(row.getFirst(), bytes(file))).as(file).hasToString(row.getLast()));
    }

    @Test
    void what_is_not_known_or_not_a_brokers_is_refused_with_its_reason() {
        REFUSED.forEach((file, row) -> assertThatThrownBy(() -> read(row.getFirst(), bytes(file)))
                .as(file)
                .isInstanceOf(JsonException.class)
                .hasMessage(row.getLast()));
    }

    /** No broken message does anything but to be refused, or to be read as some message. */
    @ParameterizedTest
    @ValueSource(strings = {"cut", "flip", "swap"})
    void broken_messages_are_refused_with_a_reason(String how) {
        List<Map.Entry<String, List<String>>> files = List.copyOf(READ.entrySet());
        int[] refusals = new int[1];
        ForAll.cases(1_500, random -> {
            Map.Entry<String, List<String>> file = files.get(random.nextInt(files.size()));
            byte[] message = bytes(file.getKey());
            switch (how) {
                case "cut" -> message = Arrays.copyOf(message, random.nextInt(message.length));
                case "flip" -> message[random.nextInt(message.length)] = (byte) random.nextInt(256);
                default -> {
                    int from = random.nextInt(message.length);
                    int to = random.nextInt(message.length);
                    byte kept = message[from];
                    message[from] = message[to];
                    message[to] = kept;
                }
            }
            try {
                assertThat(read(file.getValue().getFirst(), message)).isNotNull();
            } catch (JsonException e) {
                refusals[0]++;
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(2_000);
            }
        });
        assertThat(refusals[0]).isGreaterThan(300);
    }

    private static KrakenMessage read(String kind, byte[] message) {
        return MessageKind.parse(kind).read(message, RECEIVED, SYMBOLS);
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(SharedData.path("venue_payloads/nautilus_kraken/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
