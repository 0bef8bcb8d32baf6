package io.mts1b.oms;

import io.mts1b.foundation.Require;

/** Which events come in as they are, and which follow from calls of the writer. */
final class Intake {

    private Intake() {}

    static void require(OmsEvent event) {
        Require.that(
                switch (event) {
                    case OmsEvent.OrderReceived _,
                            OmsEvent.OrderDecided _,
                            OmsEvent.VetoAnswered _,
                            OmsEvent.OrderChanged _,
                            OmsEvent.HaltLifted _,
                            OmsEvent.LineChanged _,
                            OmsEvent.DifferenceFound _,
                            OmsEvent.DifferenceEnded _,
                            OmsEvent.OperationChanged _,
                            OmsEvent.ParentChanged _,
                            OmsEvent.OperatorRuled _ -> false;
                    case OmsEvent.FundOpened _,
                            OmsEvent.InstrumentListed _,
                            OmsEvent.EnvelopeSet _,
                            OmsEvent.TargetsSet _,
                            OmsEvent.MarketMarked _,
                            OmsEvent.NavMarked _,
                            OmsEvent.HaltSet _,
                            OmsEvent.CorporateActionApplied _,
                            OmsEvent.DividendPaid _,
                            OmsEvent.BorrowSet _ -> true;
                },
                "orders must come in by submit, what venues say by onVenue, ends of halts by lift, what operators want by "
                        + "operations and parents by parents, was " + event);
    }
}
