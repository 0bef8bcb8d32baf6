package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Routing.Route;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final BrokerId X = new BrokerId("x");
    private static final BrokerId Y = new BrokerId("y");
    private static final FundConfig FUND = ((OmsEvent.FundOpened) Desk.setUp().get(0)).fund();
    private static final Instrument SHARE =
            ((OmsEvent.InstrumentListed) Desk.setUp().get(1)).instrument();
    private static final Instrument FUTURE =
            ((OmsEvent.InstrumentListed) Desk.setUp().get(2)).instrument();

    private static Routing routing(Route... routes) {
        return new Routing(List.of(routes), new TreeSet<>(List.of(X, Y)));
    }

    @Test
    void the_first_route_that_fits_counts() {
        Routing routing =
                routing(new Route(Desk.FUND, Desk.AAPL, null, X), new Route(Desk.FUND, null, AssetClass.FUTURES, Y));

        assertThat(routing.route(FUND, SHARE)).isEqualTo(X);
        assertThat(routing.route(FUND, FUTURE)).isEqualTo(Y);
        assertThat(routing(new Route(Desk.FUND, Desk.AAPL, null, X), new Route(Desk.FUND, null, null, Y))
                        .route(FUND, FUTURE))
                .isEqualTo(Y);
    }

    @Test
    void a_fund_without_routes_has_its_broker_and_one_with_routes_needs_one_that_fits() {
        assertThat(routing(new Route(new FundId("other"), null, null, X)).route(FUND, SHARE))
                .isEqualTo(FUND.broker());
        assertThatThrownBy(
                        () -> routing(new Route(Desk.FUND, Desk.AAPL, null, X)).route(FUND, FUTURE))
                .hasMessage("fund alpha must have a route for ESM4.XCME");
    }

    @Test
    void a_route_leads_to_a_broker_and_can_count() {
        assertThatThrownBy(() -> routing(new Route(Desk.FUND, null, null, new BrokerId("z"))))
                .hasMessage("route 1 of fund alpha must lead to one of [x, y], was z");
        assertThatThrownBy(() -> routing(new Route(Desk.FUND, null, null, X), new Route(Desk.FUND, Desk.AAPL, null, Y)))
                .hasMessageStartingWith("route 2 of fund alpha must stand before");
        assertThatThrownBy(() -> new Route(Desk.FUND, InstrumentId.parse("A.XNAS"), AssetClass.EQUITIES, X))
                .hasMessageStartingWith("a route must be of an instrument or of an asset class");
    }
}
