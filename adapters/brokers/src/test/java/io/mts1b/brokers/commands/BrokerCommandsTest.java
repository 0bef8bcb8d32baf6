package io.mts1b.brokers.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BrokerCommandsTest {

    private static final String SECRET =
            "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path key = Path.of("");

    @BeforeEach
    void writeKey() throws IOException {
        key = Files.writeString(folder.resolve("key"), SECRET + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    private int run(boolean json, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console =
                new Console(new PrintWriter(out), new PrintWriter(err), new ByteArrayInputStream(new byte[0]), json);
        CommandProvider provider = ServiceLoader.load(CommandProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.artifact().equals("brokers"))
                .findFirst()
                .orElseThrow();
        CommandLine root =
                new CommandLine(CommandLine.Model.CommandSpec.create().name("brokers"));
        provider.commands(console).forEach(root::addSubcommand);
        return root.setErr(new PrintWriter(err)).execute(arguments);
    }

    private int sign(boolean json, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("sign", "--broker", "kraken", "--secret-file", key.toString()));
        arguments.addAll(List.of(more));
        return run(json, arguments.toArray(String[]::new));
    }

    @Test
    void signs_the_documented_example() {
        String[] request = {
            "--path",
            "/0/private/AddOrder",
            "--nonce",
            "1616492376594",
            "--body",
            "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"
        };
        String signature = "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==";
        assertThat(sign(false, request)).isZero();
        assertThat(out).hasToString(signature + "\n");
        assertThat(sign(true, request)).isZero();
        assertThat(out)
                .hasToString(
                        "{\"broker\":\"kraken\",\"market\":\"spot\",\"path\":\"/0/private/AddOrder\",\"nonce\":\"1616492376594\","
                                + "\"signature\":\"" + signature + "\"}\n");
    }

    @Test
    void refuses_to_sign_without_showing_the_secret() throws IOException {
        assertThat(sign(false, "--path", "/x", "--nonce", "1", "--body", "nonce=2"))
                .isEqualTo(2);
        assertThat(err).asString().startsWith("body must carry the nonce 1").doesNotContain("kQH5");
        assertThat(sign(false, "--market", "margin")).isEqualTo(2);
        assertThat(err).asString().startsWith("market must be spot, futures or challenge, was 'margin'");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(sign(false)).isEqualTo(2);
        assertThat(err)
                .asString()
                .contains("must be readable by its owner alone")
                .doesNotContain("kQH5");
    }

    @Test
    void says_what_a_message_means() throws IOException {
        Path file = Files.writeString(folder.resolve("balance.json"), "{\"error\":[],\"result\":{\"XXBT\":\"0.50\"}}");
        assertThat(run(false, "decode", "--broker", "kraken", "--message", "balance", file.toString()))
                .isZero();
        assertThat(out).hasToString("balances\nBTC  0.5\n");
        assertThat(run(true, "decode", "--broker", "kraken", "--message", "balance", file.toString()))
                .isZero();
        assertThat(out)
                .hasToString(
                        "{\"broker\":\"kraken\",\"message\":\"balance\",\"says\":\"balances\",\"orders\":[],"
                                + "\"fills\":[],\"news\":[],\"balances\":{\"BTC\":\"0.5\"},\"positions\":{},\"parts\":[],\"errors\":[],\"facts\":{}}\n");
    }

    @Test
    void tells_news_as_the_port_does() throws IOException {
        Path file = Files.writeString(
                folder.resolve("ws.json"),
                "{\"channel\":\"executions\",\"type\":\"update\",\"data\":[{\"exec_type\":\"canceled\",\"order_id\":\"O1\","
                        + "\"cum_qty\":0.25,\"reason\":\"User requested\",\"timestamp\":\"2026-05-05T10:00:00Z\"}],\"sequence\":3}");
        assertThat(run(true, "decode", "--broker", "kraken", "--message", "ws", file.toString()))
                .isZero();
        assertThat(out)
                .asString()
                .contains("\"news\":[{\"type\":\"canceled\",\"order\":{\"ours\":null,\"venues\":\"O1\"},"
                        + "\"at\":\"2026-05-05T10:00:00Z\",\"filled\":\"0.25\",\"reason\":\"User requested\"}]")
                .contains("\"facts\":{\"sequence\":\"3\",\"snapshot\":\"false\"}");
    }

    @Test
    void says_what_a_message_of_fix_means() throws IOException {
        String canceled =
                "8=FIX.4.4|9=175|35=8|34=2|49=VENUE|52=20240506-13:30:00.001|56=HOUSE|6=0|11=ABCDEFGHIJKLMNOPQR|14=0"
                        + "|17=E1|37=V1|38=100|39=4|54=1|55=AAPL|58=late|60=20240506-13:30:00.000|150=4|151=0|207=XNAS|10=115|";
        Path file = Files.writeString(folder.resolve("canceled.fix"), canceled + "\n");
        assertThat(run(true, "decode", "--broker", "fix", "--message", "4.4", file.toString()))
                .isZero();
        assertThat(out)
                .hasToString("{\"broker\":\"fix\",\"message\":\"4.4\",\"says\":\"news\",\"orders\":[],\"fills\":[],"
                        + "\"news\":[{\"type\":\"canceled\",\"order\":{\"ours\":\"ABCDEFGHIJKLMNOPQR\",\"venues\":\"V1\"},"
                        + "\"at\":\"2024-05-06T13:30:00Z\",\"filled\":\"0\",\"reason\":\"late\"}],"
                        + "\"balances\":{},\"positions\":{},\"parts\":[],\"errors\":[],\"facts\":{}}\n");
        assertThat(run(false, "decode", "--broker", "fix", "--message", "4.2", file.toString()))
                .isEqualTo(2);
        assertThat(err).asString().contains("message must begin with 8=FIX.4.2|9=, was '8=FIX.4.4|9=175|35=8'");
    }

    @Test
    void refuses_what_it_cannot_read_with_the_file_and_the_reason() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"error\":[],\"result\":{}}");
        assertThat(run(false, "decode", "--broker", "kraken", "--message", "open-orders", file.toString()))
                .isEqualTo(2);
        assertThat(err).hasToString(file + ": result.open is required\n");
        assertThat(run(false, "decode", "--broker", "kraken", "--message", "nothing", file.toString()))
                .isEqualTo(2);
        assertThat(err).asString().startsWith("message must be one of [add-order, amend-order,");
        assertThat(run(false, "decode", "--broker", "nobody", "--message", "ws", file.toString()))
                .isEqualTo(2);
        assertThat(err).hasToString("broker must be kraken or coinbase or alpaca or ibkr or fix, was 'nobody'\n");
        assertThat(run(false, "decode", "--broker", "kraken", "--message", "ws", folder + "/none"))
                .isEqualTo(2);
        assertThat(err).asString().startsWith("file must be readable, was not: ");
    }

    @Test
    void tries_an_account_on_paper_without_any_configuration() {
        assertThat(run(false, "test", "--broker", "kraken")).isZero();
        assertThat(out.toString()
                        .lines()
                        .map(line ->
                                line.substring(0, Math.min(21, line.length())).strip()))
                .containsExactly(
                        "passed  reachable",
                        "passed  authenticated",
                        "passed  account",
                        "passed  book",
                        "passed  time skew",
                        "passed  stream",
                        "kraken, paper: all pa");
        assertThat(run(true, "test", "--broker", "kraken")).isZero();
        assertThat(out)
                .asString()
                .startsWith(
                        "{\"broker\":\"kraken\",\"mode\":\"paper\",\"passed\":true,\"checks\":[{\"name\":\"reachable\","
                                + "\"passed\":true,\"detail\":\"online\"},");
    }

    @Test
    void tries_an_account_at_a_venue_that_another_process_serves() throws Exception {
        try (PipedInputStream in = new PipedInputStream();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Integer> venue;
            try (PipedOutputStream typing = new PipedOutputStream(in)) {
                assertThat(typing).isNotNull();
                PipedReader printed = new PipedReader();
                PrintWriter printing = new PrintWriter(new PipedWriter(printed));
                Path name = Files.writeString(folder.resolve("name"), "a-key\n");
                Files.setPosixFilePermissions(name, PosixFilePermissions.fromString("rw-------"));
                venue = threads.submit(() -> new CommandLine(new VenueCommand(
                                new Console(printing, printing, in, false), WallClock.source(), Map.of()))
                        .execute("--broker", "kraken", "--key", "file:" + name, "--secret", "file:" + key));
                String first = new BufferedReader(printed).readLine();
                assertThat(first).startsWith("api     http://localhost:");
                String url = first.substring("api     ".length());
                assertThat(run(
                                false,
                                "test",
                                "--broker",
                                "kraken",
                                "--url",
                                url,
                                "--set",
                                "brokers.kraken.key=file:" + name,
                                "--set",
                                "brokers.kraken.secret=file:" + key))
                        .as(err.toString())
                        .isZero();
                Files.writeString(key, "d3Jvbmc=\n");
                assertThat(run(
                                true,
                                "test",
                                "--broker",
                                "kraken",
                                "--url",
                                url,
                                "--set",
                                "brokers.kraken.key=file:" + name,
                                "--set",
                                "brokers.kraken.secret=file:" + key))
                        .isEqualTo(1);
                assertThat(out)
                        .asString()
                        .contains("\"passed\":false", "the venue says EAPI:Invalid signature")
                        .doesNotContain("d3Jvbmc", "a-key");
            }
            assertThat(venue.get()).isZero();
        }
    }

    @Test
    void tries_coinbase_on_paper_by_the_same_command() {
        assertThat(run(false, "test", "--broker", "coinbase")).isZero();
        assertThat(out.toString().lines().map(line -> line.substring(0, 6)))
                .containsExactly("passed", "passed", "passed", "passed", "passed", "passed", "coinba");
        assertThat(out.toString()).contains("BTC-USD.COINBASE ");
        assertThat(run(false, "test", "--broker", "coinbase", "--url", "http://localhost:1"))
                .isEqualTo(2);
        assertThat(err).asString().contains("key and secret must be given");
    }

    @Test
    void tries_reads_and_serves_alpaca_by_the_same_commands_and_signs_nothing() throws IOException {
        assertThat(run(false, "test", "--broker", "alpaca")).isZero();
        assertThat(out.toString().lines().map(line -> line.substring(0, 6)))
                .containsExactly("passed", "passed", "passed", "passed", "passed", "passed", "alpaca");
        assertThat(run(false, "test", "--broker", "alpaca", "--pair", "SPY.ALPACA"))
                .isZero();
        assertThat(out.toString()).contains("SPY.ALPACA 599.99 / 600.01");

        Path file = Files.writeString(
                folder.resolve("positions.json"),
                "[{\"symbol\":\"AAPL\",\"asset_class\":\"us_equity\",\"qty\":\"-5\",\"side\":\"short\"}]");
        assertThat(run(false, "decode", "--broker", "alpaca", "--message", "positions", file.toString()))
                .isZero();
        assertThat(out).hasToString("positions\nAAPL.ALPACA  -5\n");
        Files.writeString(
                file,
                "{\"stream\":\"trade_updates\",\"data\":{\"event\":\"replaced\",\"timestamp\":\"2026-05-05T10:00:00Z\",\"order\":"
                        + "{\"id\":\"o-1\",\"client_order_id\":\"c-1\",\"submitted_at\":\"2026-05-05T09:00:00Z\",\"symbol\":\"AAPL\","
                        + "\"qty\":\"5\",\"filled_qty\":\"0\",\"side\":\"sell\",\"type\":\"market\",\"status\":\"replaced\","
                        + "\"replaced_by\":\"o-2\"}}}");
        assertThat(run(true, "decode", "--broker", "alpaca", "--message", "ws", file.toString()))
                .isZero();
        assertThat(out)
                .asString()
                .contains("\"says\":\"news\"")
                .contains(
                        "\"facts\":{\"at\":\"2026-05-05T10:00:00Z\",\"event\":\"REPLACED\",\"o-1 replaced by\":\"o-2\"}");
        assertThat(run(false, "decode", "--broker", "alpaca", "--message", "cancel", file.toString()))
                .isEqualTo(2);
        assertThat(err).asString().startsWith("message must be one of [order, orders, fills,");

        assertThat(run(false, "sign", "--broker", "alpaca", "--secret-file", key.toString()))
                .isEqualTo(2);
        assertThat(err).hasToString("broker must sign its requests, alpaca does not\n");
        assertThat(run(
                        false,
                        "venue",
                        "--broker",
                        "alpaca",
                        "--key",
                        "env:K",
                        "--secret",
                        "env:S",
                        "--allow",
                        "withdraw"))
                .isEqualTo(2);
    }

    @Test
    void refuses_to_try_what_is_not_set_up() {
        assertThat(run(false, "test", "--broker", "nobody")).isEqualTo(2);
        assertThat(err).hasToString("broker must be kraken or coinbase or alpaca or ibkr, was 'nobody'\n");
        assertThat(run(false, "test", "--broker", "kraken", "--url", "http://localhost:1"))
                .isEqualTo(2);
        assertThat(err).hasToString("key and secret must be given where the venue is not in this process\n");
        assertThat(run(false, "test", "--broker", "kraken", "--set", "brokers.kraken.mode=real"))
                .isEqualTo(2);
        assertThat(err).asString().contains("brokers.kraken.mode");
        assertThat(run(false, "test", "--broker", "kraken", "--set", "brokers.kraken.secret=c2VjcmV0"))
                .isEqualTo(2);
        assertThat(err).asString().contains("brokers.kraken.secret").doesNotContain("c2VjcmV0");
        assertThat(run(false, "venue", "--broker", "kraken", "--key", "plain", "--secret", "env:NONE"))
                .isEqualTo(2);
        assertThat(err).asString().startsWith("secret must be a reference").doesNotContain("plain");
    }

    @Test
    void reads_and_signs_for_coinbase_by_the_same_commands() throws IOException {
        Path file = Files.writeString(
                folder.resolve("accounts.json"),
                "{\"accounts\":[{\"currency\":\"BTC\",\"available_balance\":{\"value\":\"1.5\",\"currency\":\"BTC\"},"
                        + "\"hold\":{\"value\":\"0.5\",\"currency\":\"BTC\"}}],\"has_next\":false,\"cursor\":\"\"}");
        assertThat(run(false, "decode", "--broker", "coinbase", "--message", "accounts", file.toString()))
                .isZero();
        assertThat(out).hasToString("balances\nBTC  2\n");

        String[] request = {
            "sign",
            "--broker",
            "coinbase",
            "--secret-file",
            key.toString(),
            "--key",
            "k",
            "--path",
            "/api/v3/brokerage/orders",
            "--method",
            "POST",
            "--nonce",
            "0123456789abcdef0123456789abcdef",
            "--at",
            "2026-05-05T10:00:00Z"
        };
        assertThat(run(false, request)).isZero();
        String token = out.toString();
        assertThat(token.split("\\.", -1)).hasSize(3);
        assertThat(run(false, request)).isZero();
        assertThat(out).as("an Edwards curve signs the same alike").hasToString(token);
        Files.writeString(key, "short\n");
        assertThat(run(false, request)).isEqualTo(2);
        assertThat(err).asString().startsWith("the private key must be PEM").doesNotContain("short");
    }

    @Test
    void tries_and_reads_interactive_brokers_by_the_same_commands_and_signs_nothing_there() throws IOException {
        assertThat(run(false, "test", "--broker", "ibkr")).as(out.toString()).isZero();
        assertThat(out.toString().lines().map(line -> line.substring(0, 6)))
                .containsExactly("passed", "passed", "passed", "passed", "passed", "passed", "ibkr, ");
        assertThat(out.toString()).contains("account DU1000000", "AAPL.XNAS ");
        assertThat(run(false, "test", "--broker", "ibkr", "--set", "brokers.ibkr.account=DU7"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("FAILED  authenticated   the user must have account DU7, has [DU1000000]");
        assertThat(run(false, "test", "--broker", "ibkr", "--set", "brokers.ibkr.confirms=[\"nothing\"]"))
                .isEqualTo(2);
        assertThat(err).asString().contains("warning must be one of [price-limit, no-market-data,");
        assertThat(run(false, "test", "--broker", "coinbase", "--set", "brokers.coinbase.account=DU7"))
                .isEqualTo(2);
        assertThat(err).asString().contains("account and confirms must not be set where a key is the account");

        Path file = Files.writeString(
                folder.resolve("place.json"),
                "[{\"id\":\"q\",\"message\":[\"Sure?\"],\"isSuppressed\":false,\"messageIds\":[\"o163\"]}]");
        assertThat(run(false, "decode", "--broker", "ibkr", "--message", "place", file.toString()))
                .isZero();
        assertThat(out).hasToString("asked\nquestion  q\ntext  Sure?\nwarnings  o163\n");
        assertThat(sign(false, "--broker", "ibkr")).isEqualTo(2);
        assertThat(run(false, "sign", "--broker", "ibkr", "--secret-file", key.toString()))
                .isEqualTo(2);
        assertThat(err).hasToString("broker must sign its requests, ibkr does not\n");
        assertThat(run(false, "venue", "--broker", "ibkr", "--key", "env:NONE", "--secret", "env:NONE"))
                .isEqualTo(2);
        assertThat(err).asString().contains("secret must not be given, for the account has none");
        assertThat(run(false, "venue", "--broker", "kraken", "--key", "env:NONE"))
                .isEqualTo(2);
        assertThat(err).asString().contains("secret must be given");
    }

    @Test
    void what_opens_the_stream_of_interactive_brokers_is_not_shown() throws IOException {
        Path file = Files.writeString(folder.resolve("tickle.json"), """
                {"session":"bb665d0f55b6289d70bc7380089fc96f","iserver":{"authStatus":{"authenticated":true,"competing":false}}}""");
        for (boolean json : new boolean[] {false, true}) {
            assertThat(run(json, "decode", "--broker", "ibkr", "--message", "tickle", file.toString()))
                    .isZero();
            assertThat(out).asString().contains("authenticated=true").doesNotContain("bb665d");
        }
    }
}
