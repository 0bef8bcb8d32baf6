package io.mts1b.brokers.ibkr;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a Flex statement says that a broker says, too: executions, positions and cash. Its orders, lots and sums of trades say the
 * same once more and are passed over, as are all its other sections; a single element of those is refused.
 *
 * <p>A statement names contracts by number and does not say in which zone its times are.
 *
 * @param executions in the statement's order
 * @param positions in the statement's order, lots and sums as it has them
 * @param cash what each currency ended with
 */
public record FlexStatement(List<Execution> executions, List<Position> positions, SortedMap<Currency, Decimal> cash) {

    private static final List<String> CONTAINERS = List.of(
            "FlexQueryResponse",
            "FlexStatements",
            "FlexStatement",
            "Trades",
            "TradeConfirms",
            "OpenPositions",
            "CashReport");

    /**
     * An execution.
     *
     * @param account of which account
     * @param id its name, the same as in trades
     * @param conid the number of the contract
     * @param symbol as the venue spells it
     * @param reference our name for the order; empty if it has none
     * @param buys whether the account bought
     * @param quantity positive
     * @param price at what price
     * @param commission what it cost, negative for a rebate
     * @param at when, in the zone that is set for the statement
     */
    public record Execution(
            String account,
            String id,
            long conid,
            String symbol,
            String reference,
            boolean buys,
            Quantity quantity,
            Price price,
            Money commission,
            LocalDateTime at) {}

    /**
     * A position, or a lot of one.
     *
     * @param account of which account
     * @param conid the number of the contract
     * @param symbol as the venue spells it
     * @param quantity signed
     * @param level {@code SUMMARY} or {@code LOT}
     */
    public record Position(String account, long conid, String symbol, Decimal quantity, String level) {}

    /** Copies. */
    public FlexStatement {
        executions = List.copyOf(executions);
        positions = List.copyOf(positions);
        cash = Collections.unmodifiableSortedMap(new TreeMap<>(cash));
    }

    /**
     * Reads a statement, or an element of one.
     *
     * @param xml as it came, at most 4 MiB
     * @return what it says
     * @throws IllegalArgumentException if it is none, or something in it is not known; says where
     */
    public static FlexStatement read(byte[] xml) {
        Require.that(xml.length <= IbkrKind.LONGEST, "statement must have at most " + IbkrKind.LONGEST + " bytes");
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Reading reading = new Reading();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text(xml)));
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> reading.take(new FlexElement(reader), depth++ == 0);
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {} // A statement is attributes.
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("statement must be well-formed XML, is not: " + e.getMessage(), e);
        }
        return reading.statement();
    }

    /** The parser of the platform would print what is no UTF-8. */
    private static String text(byte[] xml) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(xml))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("statement must be well-formed XML, is not: it is no UTF-8", e);
        }
    }

    /** What was read so far. */
    private static final class Reading {

        private final List<Execution> executions = new ArrayList<>();
        private final List<Position> positions = new ArrayList<>();
        private final SortedMap<Currency, Decimal> cash = new TreeMap<>();

        private FlexStatement statement() {
            return new FlexStatement(executions, positions, cash);
        }

        private void take(FlexElement element, boolean alone) {
            switch (element.name()) {
                case "Trade" -> executed(element, "ibExecID", "tradePrice", "ibCommission", alone);
                case "TradeConfirm" -> executed(element, "execID", "price", "commission", alone);
                case "OpenPosition" ->
                    positions.add(new Position(
                            element.text("accountId"),
                            element.whole("conid"),
                            element.text("symbol"),
                            element.decimal("position"),
                            element.word("levelOfDetail", List.of("SUMMARY", "LOT"))));
                case "CashReportCurrency" -> cash(element);
                default ->
                    Require.that(
                            !alone || CONTAINERS.contains(element.name()),
                            element.where()
                                    + " must be a statement, or Trade, TradeConfirm, OpenPosition or CashReportCurrency");
            }
        }

        private void cash(FlexElement element) {
            if (!element.text("currency").equals("BASE_SUMMARY")) { // The others once more, in one currency.
                Currency currency = element.read("currency", Currency::parse);
                Decimal ending = element.decimal("endingCash");
                Require.that(
                        cash.putIfAbsent(currency, ending) == null,
                        element.where() + " must be the only one in " + currency);
            }
        }

        private void executed(FlexElement element, String id, String price, String commission, boolean alone) {
            String level = element.text("levelOfDetail");
            if (!level.equals("EXECUTION")) {
                Require.that(!alone, element.where() + ": levelOfDetail must be EXECUTION, was '" + level + "'");
                return;
            }
            Decimal quantity = element.decimal("quantity");
            boolean buys = element.word("buySell", List.of("BUY", "SELL")).equals("BUY");
            executions.add(new Execution(
                    element.text("accountId"),
                    element.text(id),
                    element.whole("conid"),
                    element.text("symbol"),
                    element.find("orderReference").orElse(""),
                    buys,
                    new Quantity(quantity.signum() < 0 ? quantity.negated() : quantity),
                    new Price(element.decimal(price)),
                    // A statement writes what it cost as what it brought in.
                    new Money(
                            element.decimal(commission).negated(),
                            element.read(commission + "Currency", Currency::parse)),
                    element.time("dateTime")));
        }
    }
}
