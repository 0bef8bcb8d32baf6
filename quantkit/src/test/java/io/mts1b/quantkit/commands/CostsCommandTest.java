package io.mts1b.quantkit.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CostsCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SALE =
            "costs --schedule ibkr-us-tiered-nasdaq --symbol X --side sell --quantity 200000 --price 5 --date 2023-06-01";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(boolean json, String words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        List<String> all = List.of(words.split(" ", -1));
        for (Callable<Integer> command : new QuantkitCommands().commands(console)) {
            CommandLine line = new CommandLine(command).setErr(new PrintWriter(err));
            if (line.getCommandName().equals(all.getFirst())) {
                return line.execute(all.subList(1, all.size()).toArray(String[]::new));
            }
        }
        throw new IllegalArgumentException("command must exist, was " + words);
    }

    private JsonNode json(String words) {
        assertThat(run(true, words)).as(err.toString()).isEqualTo(ExitCode.DONE);
        return JSON.readTree(out.toString());
    }

    private String refused(String words) {
        assertThat(run(true, words)).isEqualTo(ExitCode.REFUSED);
        assertThat(out.toString()).isEmpty();
        return err.toString();
    }

    private String file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines).toString();
    }

    /** The broker's example: 200,000 shares at 5 on Nasdaq cost 1,355.78. */
    @Test
    void an_order_is_billed_line_by_line() {
        JsonNode bill = json(SALE);

        assertThat(bill.required("total").doubleValue()).isCloseTo(1355.78, within(0.005));
        assertThat(bill.required("bps").doubleValue()).isCloseTo(13.5578, within(1e-4));
        assertThat(bill.required("lines").size()).isEqualTo(7);
        assertThat(bill.required("lines").get(2).toString()).isEqualTo("{\"charge\":\"commission\",\"amount\":700.0}");
        assertThat(json(SALE + " --monthly-volume 300000")
                        .required("lines")
                        .get(2)
                        .required("amount")
                        .doubleValue())
                .isEqualTo(400);
        assertThat(json(SALE + " --liquidity maker").required("total").doubleValue())
                .isCloseTo(335.78, within(0.005));
        assertThat(run(false, SALE)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("clearing                     40 USD")
                .contains("total");
        JsonNode bought = json("costs --schedule alpaca-crypto --side buy --quantity 2 --price 50000 --base BTC");
        assertThat(bought.required("currency").stringValue()).isEqualTo("BTC");
        assertThat(bought.required("total").doubleValue()).isEqualTo(0.005);
        assertThat(bought.path("bps").isNumber()).isFalse();
        assertThat(bought.required("date").stringValue()).isEqualTo("2024-12-31");
    }

    @Test
    void schedules_are_listed_with_their_sources() {
        JsonNode first = json("costs").required("schedules").get(0);
        assertThat(first.required("name").stringValue()).isEqualTo("paper");
        assertThat(first.required("sources").size()).isEqualTo(1);
        assertThat(run(false, "costs")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("kraken-spot").contains("by USD traded in 30 days");
    }

    @Test
    void a_schedule_of_ones_own_goes_before_the_houses() throws IOException {
        String own = file(
                "own.fees",
                List.of(
                        "schedule paper Mine",
                        "source me",
                        "known 2025-01-01 to 2025-12-31",
                        "currency quote",
                        "charge ticket",
                        "  of order",
                        "  rate 7"));
        assertThat(json("costs --schedule paper --side buy --quantity 1 --price 10 --schedule-file " + own)
                        .required("total")
                        .doubleValue())
                .isEqualTo(7);
        assertThat(refused("costs --schedule-file " + file("bad.fees", List.of("schedule x y", "colour red"))))
                .contains("bad.fees:2: line must begin with schedule, source, known");
        assertThat(refused("costs --schedule-file " + folder.resolve("none"))).contains("file must be readable");
    }

    @Test
    void what_is_missing_or_wrong_is_said() {
        assertThat(refused("costs --schedule nobody --side buy --quantity 1 --price 1"))
                .contains("schedule must be one of [paper, ");
        assertThat(refused("costs --schedule paper --quantity 1 --price 1"))
                .contains("side must be given with --schedule, was not");
        assertThat(refused("costs --schedule paper --side up --quantity 1 --price 1"))
                .contains("side must be one of [buy, sell, short, cover], was up");
        assertThat(refused("costs --schedule paper --side buy --quantity NaN --price 1"))
                .contains("quantity must be a number, was NaN");
        assertThat(refused("costs --schedule paper --side buy --quantity 0 --price 1"))
                .contains("quantity must be positive, was 0");
        assertThat(refused("costs --schedule paper --side buy --quantity 999999999999999999 --price 99999999999"))
                .contains("does not fit");
        assertThat(refused(SALE.replace("2023-06-01", "2026-06-01")))
                .contains("for which ibkr-us-tiered-nasdaq is known");
        assertThat(json(SALE.replace("2023-06-01", "2026-06-01") + " --beyond-known")
                        .required("total")
                        .doubleValue())
                .isPositive();
    }

    private List<String> fills(int count) {
        SplittableRandom random = new SplittableRandom(11);
        List<String> lines = new ArrayList<>();
        lines.add("order,date,side,quantity,price,mid,spread,volume,volatility,fee");
        for (int i = 0; i < count; i++) {
            boolean buys = random.nextBoolean();
            long quantity = random.nextLong(2_000, 40_000) / 2 * 2;
            double volume = 1e6;
            double volatility = random.nextDouble(0.01, 0.03);
            double spread = random.nextDouble(0.01, 0.3);
            double cost = 0.6 * spread / 2 / 100 + 0.9 * volatility * Math.sqrt(quantity / volume) * 2 / 3;
            double price = 100 * (1 + (buys ? cost : -cost));
            // Two fills of half the order, around its average price.
            for (double away : new double[] {-0.01, 0.01}) {
                lines.add("%d,2023-06-01,%s,%d,%s,100,%s,%s,%s,%s"
                        .formatted(
                                i,
                                buys ? "buy" : "sell",
                                quantity / 2,
                                price + away,
                                spread,
                                volume,
                                volatility,
                                new Decimal(quantity, 2)));
            }
        }
        return lines;
    }

    @Test
    void fills_tell_what_was_paid() throws IOException {
        String path = file("fills.csv", fills(60));
        JsonNode found = json("calibrate-costs --schedules paper,ibkr-us-fixed --fills " + path);

        assertThat(found.required("fills").intValue()).isEqualTo(120);
        assertThat(found.required("orders").intValue()).isEqualTo(60);
        assertThat(found.required("spread_capture").required("estimate").doubleValue())
                .isCloseTo(0.6, within(1e-9));
        assertThat(found.required("impact_coefficient").required("estimate").doubleValue())
                .isCloseTo(0.9, within(1e-9));
        assertThat(found.required("fees").size()).isEqualTo(2);
        assertThat(found.required("fees").get(0).required("unexplained").size()).isEqualTo(120);
        assertThat(json("calibrate-costs --exponent free --schedules paper --fills " + path)
                        .required("exponent")
                        .required("estimate")
                        .doubleValue())
                .isCloseTo(0.5, within(1e-6));
        assertThat(run(false, "calibrate-costs --fills " + path)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("impact coefficient").contains("does not apply: fill 1: ");
    }

    @Test
    void bad_fills_are_refused_with_the_line() throws IOException {
        List<String> few = fills(10);
        assertThat(refused("calibrate-costs --fills " + file("few.csv", few)))
                .contains("fills must be at least 30, were 10");
        List<String> many = new ArrayList<>(fills(40));
        many.set(2, many.get(2).replace(many.get(2).contains("buy") ? "buy" : "sell", "hold"));
        assertThat(refused("calibrate-costs --fills " + file("side.csv", many)))
                .contains("side.csv line 3: side must be one of [buy, sell, short, cover], was hold");
        assertThat(refused("calibrate-costs --fills " + file("column.csv", List.of("side,colour", "buy,red"))))
                .contains("column.csv line 1: column must be one of [order, date");
        assertThat(refused("calibrate-costs --fills " + file("twice.csv", List.of("side,side"))))
                .contains("twice.csv line 1: column must come once, was side");
        assertThat(refused("calibrate-costs --fills " + file("neither.csv", List.of("side", "buy"))))
                .contains("fills must have a column mid or a column fee");
        assertThat(refused("calibrate-costs --fills " + file("no.csv", List.of("side,fee", "buy,1"))))
                .contains("no.csv line 2: ");
        assertThat(refused("calibrate-costs --fills " + file("cells.csv", List.of("side,fee", "buy,1,2"))))
                .contains("cells.csv line 2: line must have 2 cells, was 3");
        assertThat(refused("calibrate-costs --exponent 1 --fills " + file("exponent.csv", few)))
                .contains("exponent must be 0.5 or free, was 1");
    }
}
