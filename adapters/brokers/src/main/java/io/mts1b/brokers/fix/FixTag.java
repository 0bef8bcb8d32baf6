package io.mts1b.brokers.fix;

/** The fields that are read or written here. What others a message has is checked by the dictionary, and not looked at. */
public enum FixTag {
    /** For whom. */
    ACCOUNT(1, "Account"),
    /** The average price of what has traded. */
    AVERAGE_PRICE(6, "AvgPx"),
    /** The name of a request by whoever sent it. */
    CLIENT_ORDER_ID(11, "ClOrdID"),
    /** What it cost. */
    COMMISSION(12, "Commission"),
    /** What the cost is counted in. */
    COMMISSION_TYPE(13, "CommType"),
    /** How much has traded. */
    FILLED(14, "CumQty"),
    /** The currency of the price. */
    CURRENCY(15, "Currency"),
    /** The name of an execution. */
    EXECUTION_ID(17, "ExecID"),
    /** The execution that a report takes back or corrects. */
    EXECUTION_REFERENCE(19, "ExecRefID"),
    /** What a report of 4.2 does: new, bust, correction or answer. */
    TRANSACTION_TYPE(20, "ExecTransType"),
    /** Who handles an order. */
    HANDLING(21, "HandlInst"),
    /** The price of one execution. */
    LAST_PRICE(31, "LastPx"),
    /** The size of one execution. */
    LAST_QUANTITY(32, "LastQty"),
    /** The venue's name of an order. */
    ORDER_ID(37, "OrderID"),
    /** How much is wanted. */
    QUANTITY(38, "OrderQty"),
    /** Where an order stands. */
    STATUS(39, "OrdStatus"),
    /** At which prices. */
    TYPE(40, "OrdType"),
    /** The name a request is about. */
    ORIGINAL_ORDER_ID(41, "OrigClOrdID"),
    /** The limit. */
    PRICE(44, "Price"),
    /** The number of the message that is refused. */
    REFERENCE_NUMBER(45, "RefSeqNum"),
    /** Buys or sells. */
    SIDE(54, "Side"),
    /** What is traded. */
    SYMBOL(55, "Symbol"),
    /** What a person may read. */
    TEXT(58, "Text"),
    /** How long it waits. */
    TIME_IN_FORCE(59, "TimeInForce"),
    /** When it happened. */
    AT(60, "TransactTime"),
    /** The trigger. */
    STOP(99, "StopPx"),
    /** Why a cancel was refused. */
    CANCEL_REASON(102, "CxlRejReason"),
    /** Why an order was refused. */
    REASON(103, "OrdRejReason"),
    /** What a report tells. */
    EXECUTION_TYPE(150, "ExecType"),
    /** How much may still trade. */
    LEFT(151, "LeavesQty"),
    /** Where it is traded. */
    EXCHANGE(207, "SecurityExchange"),
    /** The type of the message that is refused. */
    REFERENCE_TYPE(372, "RefMsgType"),
    /** The name in the message that is refused. */
    REFERENCE_ID(379, "BusinessRejectRefID"),
    /** Why a message was refused. */
    BUSINESS_REASON(380, "BusinessRejectReason"),
    /** Whether a cancel or a replacement was refused. */
    RESPONSE_TO(434, "CxlRejResponseTo"),
    /** The currency of what it cost. */
    COMMISSION_CURRENCY(479, "CommCurrency"),
    /** The name of a question about all orders. */
    MASS_QUESTION(584, "MassStatusReqID"),
    /** About which orders. */
    MASS_QUESTION_TYPE(585, "MassStatusReqType"),
    /** The name of a question about one order. */
    QUESTION(790, "OrdStatusReqID"),
    /** What an execution did to the book. */
    LIQUIDITY(851, "LastLiquidityInd"),
    /** How many reports answer. */
    REPORTS(911, "TotNumReports"),
    /** Whether this is the last of them. */
    LAST_REPORT(912, "LastRptRequested"),
    /** When it was sent; of the header. */
    SENT_AT(52, "SendingTime"),
    /** Whether it may have been sent before under the same number; of the header. */
    POSSIBLE_DUPLICATE(43, "PossDupFlag");

    private final int number;
    private final String word;

    FixTag(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /** The number. */
    int number() {
        return number;
    }

    boolean isOfHeader() {
        return this == SENT_AT || this == POSSIBLE_DUPLICATE;
    }

    /** Returns number and name, as errors say them. */
    @Override
    public String toString() {
        return number + " (" + word + ")";
    }
}
