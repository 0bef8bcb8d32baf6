package io.mts1b.brokers.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.json.JsonNode;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every recorded element of a Flex statement: what a broker says is read to the digit, all others are refused and say why. */
@Tag(SharedData.TAG)
class FlexPayloadsTest {

    private static final String OTHERS =
            " in line 1 must be a statement, or Trade, TradeConfirm, OpenPosition or CashReportCurrency";

    private static final Map<String, String> READ = Map.of(
            "FlexStatementTestCase",
            "FlexStatement[executions=[], positions=[], cash={}]",
            "CashReportCurrencyTestCase",
            "FlexStatement[executions=[], positions=[], cash={USD=51.730897778}]",
            "OpenPositionTestCase",
            "FlexStatement[executions=[], positions=[Position[account=U123456, conid=80789235, symbol=VXX, quantity=-100, "
                    + "level=LOT]], cash={}]");

    private static Map<String, String> refused() {
        Map<String, String> refused = new TreeMap<>();
        refused.put("AccountInformationTestCase", "AccountInformation" + OTHERS);
        refused.put("StatementOfFundsLineTestCase", "StatementOfFundsLine" + OTHERS);
        refused.put("FxLotTestCase", "FxLot" + OTHERS);
        refused.put("TradeLotTestCase", "Lot" + OTHERS);
        refused.put("TradeAutoFXTestCase", "Trade in line 1: accountId is required");
        refused.put("TradeTransferTestCase", "TradeTransfer" + OTHERS);
        refused.put("FxTransactionTestCase", "FxTransaction" + OTHERS);
        refused.put("DebitCardActivityTestCase", "DebitCardActivity" + OTHERS);
        refused.put("InterestAccrualsCurrencyTestCase", "InterestAccrualsCurrency" + OTHERS);
        refused.put("TransferTestCase", "Transfer" + OTHERS);
        refused.put("TransferLotTestCase", "TransferLot" + OTHERS);
        refused.put("ChangeInDividendAccrualTestCase", "ChangeInDividendAccrual" + OTHERS);
        refused.put("OpenDividendAccrualTestCase", "OpenDividendAccrual" + OTHERS);
        refused.put("ConversionRateTestCase", "ConversionRate" + OTHERS);
        refused.put("TransactionTaxTestCase", "TransactionTax" + OTHERS);
        refused.put("OrderTestCase", "Order" + OTHERS);
        refused.put("SymbolSummaryTestCase", "SymbolSummary" + OTHERS);
        refused.put("ChangeInNAVTestCase", "ChangeInNAV" + OTHERS);
        refused.put("TradesOrderTestCase", "Order" + OTHERS);
        return refused;
    }

    private static Map<String, String> recorded() throws IOException {
        Map<String, String> recorded = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(SharedData.path("venue_payloads/ibkr_flex"))) {
            all.sorted().forEach(files::add);
        }
        for (Path file : files) {
            for (JsonNode row : JsonNode.read(Files.readAllBytes(file), 1 << 20).elements()) {
                assertThat(recorded.put(row.get("test").text(), row.get("xml").text()))
                        .isNull();
            }
        }
        return recorded;
    }

    @Test
    void every_element_is_in_the_table() throws IOException {
        TreeSet<String> known = new TreeSet<>(READ.keySet());
        known.addAll(refused().keySet());
        assertThat(recorded().keySet()).containsExactlyElementsOf(known);
    }

    @Test
    void what_a_broker_says_is_read_to_the_digit_and_all_others_are_refused() throws IOException {
        recorded().forEach((name, xml) -> {
            byte[] message = xml.getBytes(StandardCharsets.UTF_8);
            if (READ.containsKey(name)) {
                assertThat(FlexStatement.read(message)).as(name).hasToString(READ.get(name));
            } else {
                assertThatThrownBy(() -> FlexStatement.read(message))
                        .as(name)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(refused().get(name));
            }
        });
    }
}
