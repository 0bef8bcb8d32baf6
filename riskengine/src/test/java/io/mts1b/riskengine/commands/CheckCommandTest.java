package io.mts1b.riskengine.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderBuilder;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.risk.RiskEnvelopeBuilder;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.riskengine.gates.Borrow;
import io.mts1b.riskengine.gates.CroAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Each fact of a file reaches the gate that asks for it. */
class CheckCommandTest {

    private static final Instant NOW = Instant.parse("2024-05-06T16:00:00Z");
    private static final FundId FUND = new FundId("alpha");
    private static final InstrumentId AAPL = InstrumentId.parse("AAPL.XNAS");
    private static final BrokerId PAPER = new BrokerId("paper");
    private static final StrategyId MOMENTUM = new StrategyId("momentum");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Order order = order("o-1", Side.BUY, 100).build();
    private RiskEnvelope limits = limits().build();

    private static OrderBuilder order(String id, Side side, long quantity) {
        return Order.builder()
                .orderId(new OrderId(id))
                .idempotencyKey(new IdempotencyKey("k-" + id))
                .fund(FUND)
                .strategy(MOMENTUM)
                .instrument(AAPL)
                .side(side)
                .quantity(Quantity.of(quantity))
                .type(new OrderType.Market())
                .timeInForce(TimeInForce.DAY)
                .broker(PAPER)
                .actor(new ActorId("anna"))
                .createdAt(NOW);
    }

    private static RiskEnvelopeBuilder limits() {
        return RiskEnvelope.builder(Money.parse("1000000 USD"))
                .envelopeId(new EnvelopeId("alpha"))
                .fund(FUND)
                .createdAt(NOW);
    }

    /** The least there must be, with something changed. */
    private String facts(UnaryOperator<Map<String, Object>> change) {
        FundConfig fund = FundConfig.builder()
                .fund(FUND)
                .name("Alpha")
                .targetNav(Money.parse("1000000 USD"))
                .broker(PAPER)
                .addAssetClasses(AssetClass.EQUITIES)
                .addStrategies(MOMENTUM)
                .createdAt(NOW)
                .build();
        Instrument share = new Instrument.Equity(
                AAPL, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD));
        Map<String, Object> fields = new TreeMap<>();
        fields.put("at", NOW);
        fields.put("fund", fund);
        fields.put("instruments", List.of(new Facts.Listed(share, null, Price.parse("100"), NOW)));
        List<String> text = new ArrayList<>();
        change.apply(fields).forEach((name, value) -> text.add("\"" + name + "\":" + json(value)));
        return "{" + String.join(",", text) + "}";
    }

    private static String json(Object value) {
        if (value instanceof List<?> list) {
            return "["
                    + String.join(",", list.stream().map(CheckCommandTest::json).toList()) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return "{"
                    + String.join(
                            ",",
                            map.entrySet().stream()
                                    .map(one -> "\"" + one.getKey() + "\":" + json(one.getValue()))
                                    .toList())
                    + "}";
        }
        return value instanceof Instant
                        || value instanceof InstrumentId
                        || value instanceof Rate
                        || value instanceof Decimal
                ? "\"" + value + "\""
                : Json.write(value);
    }

    private int check(boolean json, UnaryOperator<Map<String, Object>> change, String... more) throws IOException {
        return run(json, Json.write(order), Json.write(limits), facts(change), more);
    }

    private int run(boolean json, String wish, String envelope, String facts, String... more) throws IOException {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> words = new ArrayList<>(List.of(
                Files.writeString(folder.resolve("order.json"), wish).toString(),
                "--envelope",
                Files.writeString(folder.resolve("limits.json"), envelope).toString(),
                "--facts",
                Files.writeString(folder.resolve("facts.json"), facts).toString()));
        words.addAll(List.of(more));
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        return new CommandLine(new CheckCommand(console))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }

    private static UnaryOperator<Map<String, Object>> with(String name, Object value) {
        return fields -> {
            fields.put(name, value);
            return fields;
        };
    }

    /** The order is denied, for this reason and no other. */
    private void assertDenied(String code, UnaryOperator<Map<String, Object>> change) throws IOException {
        assertThat(check(false, change)).as(code + ": " + err).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()
                        .lines()
                        .filter(line -> !line.endsWith("passes"))
                        .toList())
                .hasSize(2)
                .last()
                .asString()
                .contains(code);
    }

    private static List<Facts.Sent> sent(int count, int canceled) {
        List<Facts.Sent> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(new Facts.Sent(new OrderId("s-" + i), MOMENTUM, NOW.minusSeconds(9), i < canceled));
        }
        return sent;
    }

    @Test
    void tells_what_each_gate_says() throws IOException {
        assertThat(check(false, fields -> fields)).as(err.toString()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString().lines())
                .containsExactly(
                        "order o-1 is approved by limits of version 1",
                        "  idempotency  passes",
                        "  schema       passes",
                        "  static       passes",
                        "  position     passes",
                        "  drawdown     passes",
                        "  short_side   passes",
                        "  cro_veto     passes");

        order = order("o-1", Side.BUY, 2_000).build();
        assertThat(check(true, fields -> fields)).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains(
                        "\"approved\":false",
                        "order_notional_above_limit",
                        "position_above_limit",
                        "\"limit\":\"0.05\"");
        assertThat(check(true, fields -> fields, "--fail-fast")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("order_notional_above_limit").doesNotContain("position_above_limit");
    }

    @Test
    void every_fact_reaches_its_gate() throws IOException {
        HaltRequest halt = new HaltRequest(HaltSeverity.FIRM_HALT, null, null, "drill", new ActorId("anna"), NOW);
        assertDenied(
                "DUPLICATE_KEY", with("seen", List.of(new Facts.Seen(order.idempotencyKey(), new OrderId("o-0")))));
        assertDenied("HALTED", with("halts", List.of(halt)));
        assertDenied("STOP_PASSED", with("stopped", List.of(AAPL)));
        assertDenied("IN_DOUBT", with("doubts", List.of(new Facts.Doubt(PAPER, AAPL, "the line is down"))));
        assertDenied("LOSS_ABOVE_LIMIT", with("losses", Map.of("daily", Rate.parse("0.03"))));
        assertDenied("POSITION_ABOVE_LIMIT", with("positions", Map.of(AAPL, Decimal.of(401))));
        assertDenied(
                "POSITION_ABOVE_LIMIT",
                with("open", List.of(order("o-2", Side.BUY, 401).build())));
        assertDenied("INSTRUMENT", with("instruments", List.of()));
        limits = limits().maxOrdersPerSecond(1).build();
        assertDenied(
                "ORDER_RATE_ABOVE_LIMIT",
                with("sent", List.of(new Facts.Sent(new OrderId("o-2"), MOMENTUM, NOW, false))));
        limits = limits().maxCancelRatio(Rate.parse("0.5")).build();
        assertDenied("CANCEL_RATIO_ABOVE_LIMIT", with("sent", sent(100, 50)));
        limits = limits().croVetoEnabled(true).build();
        assertDenied("VETO_UNAVAILABLE", fields -> fields);
        assertDenied("VETOED", with("answer", new CroAnswer(true, Rate.parse("0.9"), "earnings")));
        order = order("o-1", Side.SHORT, 100).build();
        limits = limits().enableShorting(true).requireBorrowLocate(true).build();
        assertDenied("NOT_LOCATED", fields -> fields);
        assertThat(check(false, with("borrows", Map.of(AAPL, new Borrow(Rate.ofBps(100), true, null)))))
                .as(out.toString() + err)
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void what_is_priced_in_another_currency_counts_at_the_last_rate() throws IOException {
        Currency euro = new Currency("EUR");
        Instrument share =
                new Instrument.Equity(AAPL, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, euro));
        Instrument pair = new Instrument.FxPair(
                InstrumentId.parse("EUR/USD.FX"),
                new ContractTerms(Price.parse("0.0001"), Quantity.of(1), Decimal.ONE, Currency.USD),
                euro);
        Facts.Listed shares = new Facts.Listed(share, null, Price.parse("100"), NOW);
        Facts.Listed euros = new Facts.Listed(pair, null, Price.parse("1.25"), NOW);

        // 400 shares are 50,000 dollars, which is the limit.
        assertThat(check(
                        false,
                        with("positions", Map.of(AAPL, Decimal.of(300)))
                                .andThen(with("instruments", List.of(shares, euros)))::apply))
                .as(out.toString() + err)
                .isEqualTo(ExitCode.DONE);
        assertDenied(
                "POSITION_ABOVE_LIMIT",
                with("positions", Map.of(AAPL, Decimal.of(301))).andThen(with("instruments", List.of(shares, euros)))
                        ::apply);
        assertThat(check(false, with("instruments", List.of(shares)))).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("OTHER_CURRENCY");
    }

    @Test
    void the_page_that_tells_of_it_is_true() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "risk-check.md"));
        List<String> blocks = Pattern.compile("```(?:json|text)\n(.*?)\n```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(blocks).hasSize(4);
        int exit = run(false, blocks.get(0), blocks.get(1), blocks.get(2));

        assertThat(exit).as(err.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString().strip()).isEqualTo(blocks.get(3));
    }

    @Test
    void refuses_what_is_no_order_no_limits_or_no_facts() throws IOException {
        assertThat(check(false, with("at", "noon"))).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("facts.json", "at");
        assertThat(check(false, with("mood", 1))).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("mood");
        assertThat(check(false, with("positions", Map.of("MSFT.XNAS", Decimal.ONE))))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("instruments must have MSFT.XNAS, which is held or open");
        limits = limits().fund(new FundId("beta")).build();
        assertThat(check(false, fields -> fields)).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("must be of alpha");
        assertThat(out.toString()).isEmpty();
    }
}
