package io.mts1b.brokers.ibkr;

import io.mts1b.foundation.symbology.InstrumentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The numbers of contracts, which are asked for once. One that cannot be told from another is none. */
final class IbkrContracts {

    private final IbkrQuestions questions;
    private final IbkrRows rows;
    private final Map<InstrumentId, Long> known = new LinkedHashMap<>();

    IbkrContracts(IbkrQuestions questions, IbkrRows rows) {
        this.questions = questions;
        this.rows = rows;
    }

    /** The contracts on a symbol that an exchange lists; one is meant, if it is one. */
    static List<Long> those(List<IbkrMessage.Listing> listings, String symbol, String exchange) {
        return listings.stream()
                .filter(one -> one.symbol().equals(symbol) && one.exchange().equals(exchange))
                .map(IbkrMessage.Listing::conid)
                .distinct()
                .toList();
    }

    /** Tells the number, or why there is none. */
    void find(InstrumentId instrument, LongConsumer told, Consumer<String> none) {
        Long conid = known.get(instrument);
        if (conid != null) {
            told.accept(conid);
            return;
        }
        String symbol;
        String exchange;
        try {
            symbol = rows.symbol(instrument);
            exchange = IbkrRows.exchange(instrument);
        } catch (IllegalArgumentException e) {
            none.accept(String.valueOf(e.getMessage()));
            return;
        }
        questions.get(
                IbkrKind.STOCKS,
                "trsrv/stocks",
                Map.of("symbols", symbol),
                IbkrQuestions.Hears.of(
                        message -> {
                            List<Long> found = message instanceof IbkrMessage.Listings(var listings)
                                    ? those(listings, symbol, exchange)
                                    : List.of();
                            if (found.size() == 1) {
                                known.put(instrument, found.getFirst());
                                told.accept(found.getFirst());
                            } else {
                                none.accept("the venue must have one contract on " + symbol + " at " + exchange
                                        + ", has " + (found.isEmpty() ? "none" : found));
                            }
                        },
                        none));
    }
}
