package io.mts1b.platform.symbology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every symbol in the lists of instruments that venues sent in 2021, 2022 and 2024 is read right, or refused with a reason. */
@Tag(SharedData.TAG)
class VenueListsTest {

    private static final LocalDate ON = LocalDate.of(2022, 5, 13);
    private static final JsonMapper JSON = new JsonMapper();

    /** What a list says of one symbol. */
    private record Listed(String text, String base, String quote) {

        Optional<Contract> spot(Map<String, String> codes) {
            try {
                return Optional.of(new Contract.Spot(
                        new Currency(codes.getOrDefault(base, base)), new Currency(codes.getOrDefault(quote, quote))));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    private static Dialect dialect(String name) {
        return Symbology.house().dialect(name);
    }

    private static JsonNode json(String file) throws IOException {
        return JSON.readTree(SharedData.path("venue_payloads/" + file).toFile());
    }

    /** The answers to requests whose address holds a word, out of a recording of a whole session. */
    private static List<JsonNode> recorded(String venue, String word) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(SharedData.path("venue_payloads/cryptofeed_live/" + venue + ".0.raw.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int address = line.indexOf(" -> ");
                if (address > 0 && line.substring(0, address).contains(word)) {
                    found.add(JSON.readTree(line.substring(line.indexOf(": ", address) + 2)));
                }
            }
        }
        assertThat(found).as("recorded " + word).isNotEmpty();
        return found;
    }

    private static List<Listed> listed(JsonNode rows, String text, String base, String quote) {
        List<Listed> found = new ArrayList<>();
        rows.forEach(row -> found.add(new Listed(
                row.path(text).asString(),
                row.path(base).asString(),
                row.path(quote).asString())));
        return found;
    }

    /**
     * Checks a whole list against the house's tables alone, and again with the list handed in.
     *
     * @return what the tables alone refuse, with the reasons
     */
    private static Map<String, String> check(Dialect dialect, List<Listed> rows, Map<String, String> codes) {
        Map<String, String> refused = new TreeMap<>();
        Map<String, Contract> names = new LinkedHashMap<>();
        for (Listed row : rows) {
            Optional<Contract> expected = row.spot(codes);
            expected.ifPresent(contract -> names.put(row.text(), contract));
            try {
                Contract read = dialect.read(row.text(), ON);
                assertThat(read).as(row.text()).isEqualTo(expected.orElseThrow());
                assertThat(dialect.write(read, ON)).isEqualTo(row.text());
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageStartingWith(dialect.name() + " symbol must be ");
                refused.put(row.text(), String.valueOf(e.getMessage()));
            }
        }
        Dialect whole = dialect.withNames(names);
        names.forEach((text, contract) -> {
            assertThat(whole.read(text, ON)).isEqualTo(contract);
            assertThat(whole.write(contract, ON)).isEqualTo(text);
        });
        return refused;
    }

    @Test
    void coinbase() throws IOException {
        List<Listed> rows = new ArrayList<>();
        for (JsonNode answer : recorded("COINBASE", "/products")) {
            rows.addAll(listed(answer, "id", "base_currency", "quote_currency"));
        }
        assertThat(rows).hasSizeGreaterThan(150);
        assertThat(check(dialect("COINBASE"), rows, Map.of())).isEmpty();

        for (JsonNode row : json("nautilus_coinbase/http_products_future.json").path("products")) {
            String text = row.path("product_id").asString();
            String expiry =
                    row.path("future_product_details").path("contract_expiry").asString();
            assertThat(dialect("COINBASE").read(text, ON))
                    .isEqualTo(new Contract.DatedFuture(
                            new Underlying.Root(text.substring(0, 3)), LocalDate.parse(expiry.substring(0, 10))));
        }
    }

    @Test
    void kraken() throws IOException {
        JsonNode pairs = recorded("KRAKEN", "AssetPairs").getFirst().path("result");
        List<Listed> ids = new ArrayList<>();
        List<Listed> names = new ArrayList<>();
        Map<String, String> codes = Map.of("XBT", "BTC", "XDG", "DOGE");
        for (Map.Entry<String, JsonNode> pair : pairs.properties()) {
            String[] two = pair.getValue().path("wsname").asString("-/-").split("/", -1);
            ids.add(new Listed(pair.getKey(), two[0], two[1]));
            if (!two[0].equals("-")) {
                names.add(new Listed(pair.getValue().path("wsname").asString(), two[0], two[1]));
                String altname = pair.getValue().path("altname").asString();
                names.getLast()
                        .spot(codes)
                        .ifPresent(contract -> assertThat(dialect("KRAKEN-REST").read(altname, ON))
                                .as(altname)
                                .isEqualTo(contract));
            }
        }
        assertThat(ids).hasSizeGreaterThan(300);
        // The dark pool and what is staked are not the pairs they are named after, and are not read as them.
        assertThat(check(dialect("KRAKEN-REST"), ids, codes).keySet())
                .allMatch(id -> id.endsWith(".d") || id.startsWith("ETH2.S"))
                .hasSize(12);
        assertThat(check(dialect("KRAKEN-WS"), names, codes).keySet()).containsExactly("ETH2.S/ETH");
    }

    @Test
    void kraken_futures() throws IOException {
        List<String> read = new ArrayList<>();
        for (JsonNode row :
                json("nautilus_kraken/http_futures_instruments.json").path("instruments")) {
            String text = row.path("symbol").asString();
            Optional<Contract> contract = readOrRefused(dialect("KRAKEN-FUTURES"), text);
            contract.ifPresent(found -> read.add(text + " " + found));
        }
        // The fourth is a tokenised share with a small letter in its code, which no currency of the house has.
        assertThat(read)
                .containsExactly("PI_XBTUSD BTC-USD_BTC-PERP", "PF_ETHUSD ETH-USD-PERP", "PF_PEPEUSD PEPE-USD-PERP");
    }

    @Test
    void binance() throws IOException {
        List<Listed> rows = new ArrayList<>();
        for (JsonNode answer : recorded("BINANCE", "exchangeInfo")) {
            rows.addAll(listed(answer.path("symbols"), "symbol", "baseAsset", "quoteAsset"));
        }
        assertThat(rows).hasSizeGreaterThan(1_600);
        // A symbol says nothing of where its base ends; an asset that is not in the tables is refused, never guessed.
        Map<String, String> refused = check(dialect("BINANCE-SPOT"), rows, Map.of());
        assertThat(refused.values()).allMatch(reason -> reason.contains("must be a known asset and one of [USDT"));
        assertThat(rows.size() - refused.size()).isGreaterThan(800);
    }

    @Test
    void okx() throws IOException {
        assertThat(check(
                                dialect("OKX"),
                                listed(
                                        recorded("OKX", "SPOT").getFirst().path("data"),
                                        "instId",
                                        "baseCcy",
                                        "quoteCcy"),
                                Map.of())
                        .keySet())
                .as("an asset with a code of one letter")
                .containsExactly("T-USDT");
        int derivatives = 0;
        for (String kind : List.of("SWAP", "FUTURES", "OPTION")) {
            for (JsonNode row : recorded("OKX", kind).getFirst().path("data")) {
                String text = row.path("instId").asString();
                Contract contract = dialect("OKX").read(text, ON);
                String settlement = row.path("settleCcy").asString();
                assertThat(contract.toString())
                        .as(text)
                        .startsWith(row.path("uly").asString() + (text.contains("-USD-") ? "_" + settlement : ""));
                assertThat(dialect("OKX").write(contract, ON)).isEqualTo(text);
                derivatives++;
            }
        }
        assertThat(derivatives).isGreaterThan(600);
    }

    @Test
    void bybit() throws IOException {
        List<String> read = new ArrayList<>();
        for (JsonNode row : recorded("BYBIT", "symbols").getFirst().path("result")) {
            String text = row.path("name").asString();
            String quote = row.path("quote_currency").asString();
            Dialect dialect = dialect(quote.equals("USD") ? "BYBIT-INVERSE" : "BYBIT-LINEAR");
            Contract contract = dialect.read(text, LocalDate.of(2021, 4, 17));
            assertThat(dialect.write(contract, ON)).isEqualTo(text);
            assertThat(contract.toString()).startsWith(row.path("base_currency").asString() + "-" + quote);
            read.add(contract.toString());
        }
        assertThat(read).hasSize(15).contains("BTC-USD_BTC-20210924", "BTC-USD_BTC-20210625", "XRP-USD_XRP-PERP");
    }

    @Test
    void listed_options() throws IOException {
        List<String> read = new ArrayList<>();
        for (JsonNode row :
                json("polygon/v3__reference__options__contracts_and_cursor_eq_YXA9JTdCJTIySUQlMjIlM0ElMjIy.json")
                        .path("results")) {
            String text = row.path("ticker").asString();
            Contract contract = dialect("POLYGON").read(text, ON);
            assertThat(contract)
                    .hasToString(row.path("underlying_ticker").asString() + "-"
                            + row.path("expiration_date").asString().replace("-", "") + "-"
                            + row.path("strike_price").asString() + "-C");
            assertThat(dialect("POLYGON").write(contract, ON)).isEqualTo(text);
            read.add(text);
        }
        assertThat(read).isNotEmpty();
    }

    private static Optional<Contract> readOrRefused(Dialect dialect, String text) {
        try {
            Contract contract = dialect.read(text, ON);
            assertThat(dialect.write(contract, ON)).isEqualTo(text);
            return Optional.of(contract);
        } catch (IllegalArgumentException e) {
            assertThatThrownBy(() -> dialect.read(text, ON))
                    .hasMessageStartingWith(dialect.name() + " symbol must be ");
            return Optional.empty();
        }
    }
}
