package io.mts1b.brokers.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.symbology.Symbology;
import io.mts1b.testkit.ForAll;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every recorded message of Alpaca: what belongs to a broker is read to the digit, all others are refused and say why. */
@Tag(SharedData.TAG)
class AlpacaPayloadsTest {

    private static final String FOLDER = "venue_payloads/alpaca";

    private static final List<Row> READ = rows("""
            broker_broker_client_test_account_activities_routes | 2 | fills | Fills[fills=[VenueFill[fillId=cddf433b-1a41-497d-ae31-50b1fee56fff/1.792161878, order=OrderName[ours=null, venues=cddf433b-1a41-497d-ae31-50b1fee56fff], instrument=AMZN.ALPACA, buys=true, quantity=1.792161878, price=2907.15, fee=0 USD, liquidity=UNKNOWN, at=2022-03-04T18:54:20.903Z], VenueFill[fillId=cddf433b-1a41-497d-ae31-50b1fee56fff/2.792161878, order=OrderName[ours=null, venues=cddf433b-1a41-497d-ae31-50b1fee56fff], instrument=AMZN.ALPACA, buys=true, quantity=1, price=2907.15, fee=0 USD, liquidity=UNKNOWN, at=2022-03-04T18:54:20.898Z], VenueFill[fillId=642695e3-def7-4637-9525-2e7f698ebfc7/0.058773239, order=OrderName[ours=null, venues=642695e3-def7-4637-9525-2e7f698ebfc7], instrument=GOOGL.ALPACA, buys=false, quantity=0.058773239, price=2644.84, fee=0 USD, liquidity=UNKNOWN, at=2022-03-04T17:39:22.801Z], VenueFill[fillId=5f4a07dc-6503-4cbf-902a-8c6608401d97/1.998065556, order=OrderName[ours=null, venues=5f4a07dc-6503-4cbf-902a-8c6608401d97], instrument=TSLA.ALPACA, buys=false, quantity=1.998065556, price=837.45, fee=0 USD, liquidity=UNKNOWN, at=2022-03-04T17:39:22.310Z], VenueFill[fillId=5f4a07dc-6503-4cbf-902a-8c6608401d97/5.998065556, order=OrderName[ours=null, venues=5f4a07dc-6503-4cbf-902a-8c6608401d97], instrument=TSLA.ALPACA, buys=false, quantity=4, price=837.45, fee=0 USD, liquidity=UNKNOWN, at=2022-03-04T17:39:22.305Z]], last=20220304123922305::bc84b8a8-8758-42aa-be3b-618d097c2867]
            broker_broker_client_test_accounts_routes | 4 | account | Refused[error=40110000: request is not authorized]
            broker_broker_client_test_accounts_routes | 8 | account | Account[currency=USD, cash=0, active=true, tradingBlocked=false, transfersBlocked=false]
            broker_broker_client_test_accounts_routes | 9 | account | Account[currency=USD, cash=0, active=true, tradingBlocked=false, transfersBlocked=false]
            broker_broker_client_test_misc_routes | 1 | clock | Clock[at=2022-05-16T20:32:24.143735880Z]
            broker_broker_client_test_trading_routes | 1 | positions | Positions[quantities={AAPL.ALPACA=5}]
            data_test_historical_crypto_data | 4 | quotes | Quotes[quotes={BTC/USD=Quote[bid=40517.08, ask=40765.93]}]
            data_test_historical_stock_data | 7 | quotes | Quotes[quotes={}]
            data_test_historical_stock_data | 14 | quotes | Quotes[quotes={AAPL=Quote[bid=161.1, ask=161.11]}]
            data_test_historical_stock_data | 15 | quotes | Quotes[quotes={}]
            trading_trading_client_test_account_routes | 0 | account | Account[currency=USD, cash=-23140.2, active=true, tradingBlocked=false, transfersBlocked=false]
            """);

    private static final List<Row> REFUSED = rows("""
            broker_broker_client_test_account_activities_routes | 0,1 | fills | [0].activity_type must be FILL, was text 'CSD'
            broker_broker_client_test_accounts_routes | 0,1,2,3,5 | account | cash is required
            broker_broker_client_test_accounts_routes | 6,7 | account | document must be an object, was an array
            broker_broker_client_test_accounts_routes | 10,11 | account | currency is required
            broker_broker_client_test_documents_routes | 0 | orders | [0].status is required
            broker_broker_client_test_documents_routes | 1,2,3 | order | status is required
            broker_broker_client_test_misc_routes | 0 | clock | document must be an object, was an array
            broker_broker_client_test_trading_routes | 0 | positions | document must be an array, was an object
            broker_broker_client_test_trading_routes | 2 | positions | [0].qty is required
            broker_broker_client_test_trading_routes | 3,4 | order | document must count its quantity, an order for an amount of money is none of ours, was an object
            broker_broker_client_test_trading_routes | 5,6,7,8 | account | currency is required
            broker_broker_client_test_trading_routes | 9 | orders | [0].filled_qty is required
            common_factories_trading | 0 | order | filled_qty is required
            common_test_common_models | 0 | order | filled_qty is required
            common_test_common_models | 1 | order | status is required
            data_test_historical_crypto_data | 0,2,3,5,6 | quotes | quotes is required
            data_test_historical_crypto_data | 1 | quotes | quotes['BTC/USD'] must be an object, was an array
            data_test_historical_stock_data | 0,1,2,3,4,8,9,10,11,12,13,16,17,18,19,20 | quotes | quotes is required
            data_test_historical_stock_data | 5,6 | quotes | quotes.AAPL must be an object, was an array
            data_test_screener | 0,1 | quotes | quotes is required
            trading_trading_client_test_account_routes | 1,2 | account | currency is required
            trading_trading_client_test_asset_routes | 0,1 | orders | [0].filled_qty is required
            trading_trading_client_test_asset_routes | 2 | order | filled_qty is required
            trading_trading_client_test_order_routes | 0,2,3,4,6,8 | order | symbol is refused: ALPACA symbol must be {share} or {share}.{class} or {root}{yymmdd}{right}{strike8} or {base}/{quote}, was 'AAPL`',, was text 'AAPL`'
            trading_trading_client_test_order_routes | 1 | orders | [0].stop_price is required
            trading_trading_client_test_order_routes | 5 | orders | [0].filled_qty is required
            trading_trading_client_test_order_routes | 7 | order | symbol is refused: ALPACA symbol must be {share} or {share}.{class} or {root}{yymmdd}{right}{strike8} or {base}/{quote}, was 'SPY`',, was text 'SPY`'
            """);

    /** One message of a file, by its place. */
    private record Row(String file, int place, String kind, String expected) {

        byte[] body() {
            return bodies(file).get(place);
        }
    }

    private static List<Row> rows(String text) {
        return text.lines()
                .map(line -> line.split(" \\| ", 4))
                .flatMap(part -> Arrays.stream(part[1].split(","))
                        .map(place -> new Row(part[0], Integer.parseInt(place), part[2], part[3])))
                .toList();
    }

    /** The bodies of a file, to the letter: each begins after its name and ends with the bracket that closes it. */
    private static List<byte[]> bodies(String file) {
        String text;
        try {
            text = Files.readString(SharedData.path(FOLDER + "/" + file + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<byte[]> bodies = new ArrayList<>();
        String name = "\n  \"body\": ";
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int from = at + name.length();
            bodies.add(text.substring(from, end(text, from)).getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    private static int end(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; ; i++) {
            char c = text.charAt(i);
            if (c == '"' && text.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!quoted && (c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
    }

    @Test
    void every_message_of_every_file_is_in_a_table() throws IOException {
        try (Stream<Path> files = Files.list(SharedData.path(FOLDER))) {
            List<String> all = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .flatMap(file -> IntStream.range(0, bodies(file).size()).mapToObj(place -> file + " " + place))
                    .toList();
            assertThat(all)
                    .hasSize(79)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(READ.stream(), REFUSED.stream())
                            .map(row -> row.file() + " " + row.place())
                            .toList());
        }
    }

    @Test
    void what_is_a_brokers_is_read_to_the_digit() {
        READ.forEach(row -> assertThat(read(row.kind(), row.body()))
                .as(row.file() + " " + row.place())
                .hasToString(row.expected()));
    }

    @Test
    void what_is_not_a_brokers_is_refused_with_its_reason() {
        REFUSED.forEach(row -> assertThatThrownBy(() -> read(row.kind(), row.body()))
                .as(row.file() + " " + row.place())
                .isInstanceOf(JsonException.class)
                .hasMessage(row.expected()));
    }

    /** An order that stands within another recorded message. */
    @Test
    void an_order_of_a_crypto_asset_is_read() {
        String text =
                new String(bodies("broker_broker_client_test_trading_routes").get(2), StandardCharsets.UTF_8);
        int from = text.indexOf("\"body\": ") + 8;
        byte[] order = text.substring(from, end(text, from)).getBytes(StandardCharsets.UTF_8);
        assertThat(read("order", order))
                .hasToString("Orders[orders=[AlpacaOrder[order=VenueOrder[name=OrderName["
                        + "ours=c6814ede-8c93-4480-9a27-7a00853d9881, venues=e6419d12-56e4-4d67-a61b-f6e464e1f8a8], "
                        + "instrument=BTC-USD.ALPACA, buys=false, ordered=0.0283, type=Market[], standing=WORKING, filled=0, "
                        + "averagePrice=null], submittedAt=2022-07-27T08:12:33.667750101Z, replaces=null, "
                        + "replacedBy=null]]]");
    }

    /** No broken message does anything but to be refused, or to be read as some message. */
    @Test
    void broken_messages_are_refused_with_a_reason() {
        int[] refusals = new int[1];
        ForAll.cases(3_000, random -> {
            Row row = READ.get(random.nextInt(READ.size()));
            byte[] message = row.body();
            if (random.nextBoolean()) {
                message = Arrays.copyOf(message, random.nextInt(message.length));
            } else {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(row.kind(), message)).isNotNull();
            } catch (JsonException e) {
                refusals[0]++;
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(2_000);
            }
        });
        assertThat(refusals[0]).isGreaterThan(1_500);
    }

    private static AlpacaMessage read(String kind, byte[] message) {
        return AlpacaKind.parse(kind).read(message, Symbology.house());
    }
}
