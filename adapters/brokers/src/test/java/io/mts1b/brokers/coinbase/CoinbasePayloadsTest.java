package io.mts1b.brokers.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.symbology.Symbology;
import io.mts1b.testkit.ForAll;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every recorded message of Coinbase: what belongs to a broker is read to the digit, all others are refused and say why. */
@Tag(SharedData.TAG)
class CoinbasePayloadsTest {

    private static final Symbology SYMBOLOGY = Symbology.house();

    private static final Map<String, List<String>> READ = table("""
            http_accounts.json | accounts | Balances[amounts={BTC=1.23956789, USD=10450.5}, next=null]
            http_order.json | order | Orders[orders=[VenueOrder[name=OrderName[ours=11111-000000-000000, venues=0000-000000-000000], instrument=BTC-USD.COINBASE, buys=true, ordered=0.001, type=Limit[limit=10000], standing=WORKING, filled=0.001, averagePrice=50]], next=null]
            http_orders_list.json | orders | Orders[orders=[VenueOrder[name=OrderName[ours=11111-000000-000001, venues=0000-000000-000001], instrument=BTC-USD.COINBASE, buys=true, ordered=0.01, type=Limit[limit=45000], standing=WORKING, filled=0, averagePrice=null], VenueOrder[name=OrderName[ours=11111-000000-000002, venues=0000-000000-000002], instrument=ETH-USD.COINBASE, buys=false, ordered=0.0325, type=Market[], standing=FILLED, filled=0.0325, averagePrice=3076.92]], next=null]
            ws_subscriptions.json | ws | Alive[what=subscriptions, sequence=0]
            ws_heartbeats.json | ws | Alive[what=heartbeats, sequence=0]
            """);

    private static final Map<String, List<String>> REFUSED = table("""
            http_cfm_position.json | accounts | accounts is required
            http_cfm_positions.json | accounts | accounts is required
            http_product.json | order | order is required
            http_product_book.json | orders | orders is required
            http_products_future.json | orders | orders is required
            ws_candles.json | ws | channel must be a channel of the account, was text 'candles'
            ws_l2_data_snapshot.json | ws | channel must be a channel of the account, was text 'l2_data'
            ws_l2_data_update.json | ws | channel must be a channel of the account, was text 'l2_data'
            ws_market_trades.json | ws | channel must be a channel of the account, was text 'market_trades'
            ws_ticker.json | ws | channel must be a channel of the account, was text 'ticker'
            """);

    private static Map<String, List<String>> table(String rows) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        rows.lines()
                .map(line -> line.split(" \\| ", 3))
                .forEach(row ->
                        assertThat(table.put(row[0], List.of(row[1], row[2]))).isNull());
        return table;
    }

    @Test
    void every_file_is_in_the_table() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.path("venue_payloads/nautilus_coinbase"))) {
            TreeSet<String> known = new TreeSet<>(READ.keySet());
            known.addAll(REFUSED.keySet());
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Test
    void what_is_a_brokers_is_read_to_the_digit() {
        READ.forEach((file, row) ->
                assertThat(read(row.getFirst(), bytes(file))).as(file).hasToString(row.getLast()));
    }

    @Test
    void what_is_not_a_brokers_is_refused_with_its_reason() {
        REFUSED.forEach((file, row) -> assertThatThrownBy(() -> read(row.getFirst(), bytes(file)))
                .as(file)
                .isInstanceOf(JsonException.class)
                .hasMessage(row.getLast()));
    }

    /** No broken message does anything but to be refused, or to be read as some message. */
    @Test
    void broken_messages_are_refused_with_a_reason() {
        List<Map.Entry<String, List<String>>> files = List.copyOf(READ.entrySet());
        int[] refusals = new int[1];
        ForAll.cases(3_000, random -> {
            Map.Entry<String, List<String>> file = files.get(random.nextInt(files.size()));
            byte[] message = bytes(file.getKey());
            if (random.nextBoolean()) {
                message = Arrays.copyOf(message, random.nextInt(message.length));
            } else {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(file.getValue().getFirst(), message)).isNotNull();
            } catch (JsonException e) {
                refusals[0]++;
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(2_000);
            }
        });
        assertThat(refusals[0]).isGreaterThan(1_500);
    }

    private static CoinbaseMessage read(String kind, byte[] message) {
        return CoinbaseKind.parse(kind).read(message, SYMBOLOGY);
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(SharedData.path("venue_payloads/nautilus_coinbase/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
