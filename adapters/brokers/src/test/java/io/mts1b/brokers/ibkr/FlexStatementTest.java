package io.mts1b.brokers.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlexStatementTest {

    private static final String STATEMENT = """
            <?xml version="1.0"?>
            <FlexQueryResponse queryName="q" type="AF"><FlexStatements count="1">
            <FlexStatement accountId="U1" fromDate="2024-08-01" toDate="2024-08-01" whenGenerated="2024-08-02;010203">
            <ConversionRates><ConversionRate fromCurrency="EUR" toCurrency="USD" rate="1.1"/></ConversionRates>
            <CashReport><CashReportCurrency accountId="U1" currency="BASE_SUMMARY" endingCash="12"/>
            <CashReportCurrency accountId="U1" currency="USD" endingCash="10.5"/>
            <CashReportCurrency accountId="U1" currency="EUR" endingCash="-1"/></CashReport>
            <OpenPositions><OpenPosition accountId="U1" conid="265598" symbol="AAPL" position="5" levelOfDetail="SUMMARY"/></OpenPositions>
            <Trades>
            <Order accountId="U1" levelOfDetail="ORDER" symbol="AAPL"/>
            <Trade accountId="U1" levelOfDetail="EXECUTION" ibExecID="0000e0d5.6576fd38.01.01" conid="265598" symbol="AAPL" \
            orderReference="Order123" buySell="SELL" quantity="-5" tradePrice="192.26" ibCommission="-1.01" \
            ibCommissionCurrency="USD" dateTime="2024-08-01;153045"/>
            <Trade accountId="U1" levelOfDetail="SUMMARY" symbol="AAPL"/>
            </Trades>
            <TradeConfirms><TradeConfirm accountId="U1" levelOfDetail="EXECUTION" execID="e.02" conid="1" symbol="X" buySell="BUY" \
            quantity="2" price="3" commission="0.5" commissionCurrency="USD" dateTime="2024-08-01 15:30:45"/></TradeConfirms>
            </FlexStatement></FlexStatements></FlexQueryResponse>
            """;

    private static FlexStatement read(String xml) {
        return FlexStatement.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void reads_executions_positions_and_cash_once_each() {
        assertThat(read(STATEMENT))
                .hasToString(
                        "FlexStatement[executions=[Execution[account=U1, id=0000e0d5.6576fd38.01.01, conid=265598, symbol=AAPL, "
                                + "reference=Order123, buys=false, quantity=5, price=192.26, commission=1.01 USD, "
                                + "at=2024-08-01T15:30:45], Execution[account=U1, id=e.02, conid=1, symbol=X, reference=, buys=true, "
                                + "quantity=2, price=3, commission=-0.5 USD, at=2024-08-01T15:30:45]], "
                                + "positions=[Position[account=U1, conid=265598, symbol=AAPL, quantity=5, level=SUMMARY]], "
                                + "cash={EUR=-1, USD=10.5}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ibExecID="0000e0d5.6576fd38.01.01" | ibExecID="" | Trade in line 11: ibExecID is required
                    buySell="SELL" | buySell="SELL (Ca.)" | Trade in line 11: buySell must be one of [BUY, SELL], was 'SELL (Ca.)'
                    tradePrice="192.26" | tradePrice="x" | Trade in line 11: tradePrice is refused: text must be a decimal number, was 'x'
                    ;153045 | ;996099 | Trade in line 11: dateTime is refused: Invalid value for HourOfDay (valid values 0 - 23): 99
                    2024-08-01;153045 | 2024-08-01 | Trade in line 11: dateTime is refused: must be a date and a time to the second, was '2024-08-01'
                    currency="EUR" | currency="USD" | CashReportCurrency in line 7 must be the only one in USD
                    """)
    void refuses_what_it_does_not_understand_and_says_where(String part, String instead, String reason) {
        assertThatThrownBy(() -> read(STATEMENT.replace(part, instead)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(reason);
    }

    /** Neither files of this machine nor a thousand million laughs come out of a statement. */
    @Test
    void refuses_definitions_of_entities() {
        assertThatThrownBy(() -> read("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + "<CashReportCurrency currency=\"USD\" endingCash=\"&e;\"/>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("statement must be well-formed XML, is not");
    }

    @Test
    void broken_statements_are_refused_with_a_reason() {
        int[] refusals = new int[1];
        ForAll.cases(2_000, random -> {
            byte[] xml = STATEMENT.getBytes(StandardCharsets.UTF_8);
            if (random.nextBoolean()) {
                xml = Arrays.copyOf(xml, random.nextInt(xml.length));
            } else {
                xml[random.nextInt(xml.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(FlexStatement.read(xml)).isNotNull();
            } catch (IllegalArgumentException e) {
                refusals[0]++;
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(2_000);
            }
        });
        assertThat(refusals[0]).isGreaterThan(1_000);
    }
}
