package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Where orders go of which nobody has said where: the first route of the fund that fits the instrument, and without any
 * route of the fund to the fund's own broker. Immutable and thread-safe.
 */
public final class Routing {

    private final List<Route> routes;

    /**
     * One line of the table.
     *
     * @param fund whose orders
     * @param instrument of what; null for everything of the asset class
     * @param assetClass of which market; null for every one
     * @param broker where they go
     */
    public record Route(
            FundId fund,
            @Nullable InstrumentId instrument,
            @Nullable AssetClass assetClass,
            BrokerId broker) {

        /** Validates. */
        public Route {
            Objects.requireNonNull(fund, "fund");
            Objects.requireNonNull(broker, "broker");
            Require.that(
                    instrument == null || assetClass == null,
                    "a route must be of an instrument or of an asset class, was of " + instrument + " and "
                            + assetClass);
        }

        boolean fits(FundId of, Instrument what) {
            return of.equals(fund)
                    && (instrument == null || instrument.equals(what.id()))
                    && (assetClass == null || assetClass == what.assetClass());
        }
    }

    /**
     * Makes a table.
     *
     * @param routes its lines, the first that fits counts
     * @param brokers the brokers there are
     * @throws IllegalArgumentException if a route leads to a broker that is not there, or can never count because a
     *     wider one stands before it
     */
    public Routing(List<Route> routes, SortedSet<BrokerId> brokers) {
        this.routes = List.copyOf(routes);
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            Require.that(
                    brokers.contains(route.broker),
                    "route " + (i + 1) + " of fund " + route.fund + " must lead to one of " + brokers + ", was "
                            + route.broker);
            for (Route before : routes.subList(0, i)) {
                boolean wider = before.fund.equals(route.fund)
                        && (before.instrument == null || before.instrument.equals(route.instrument))
                        && (before.assetClass == null || before.assetClass == route.assetClass);
                Require.that(!wider, "route " + (i + 1) + " of fund " + route.fund + " must stand before " + before);
            }
        }
    }

    /**
     * Finds where an order goes.
     *
     * @param fund whose
     * @param instrument of what
     * @return the broker
     * @throws IllegalArgumentException if the fund has routes and none fits
     */
    public BrokerId route(FundConfig fund, Instrument instrument) {
        boolean hasRoutes = false;
        for (Route route : routes) {
            hasRoutes |= route.fund.equals(fund.fund());
            if (route.fits(fund.fund(), instrument)) {
                return route.broker;
            }
        }
        Require.that(!hasRoutes, "fund " + fund.fund() + " must have a route for " + instrument.id());
        return fund.broker();
    }
}
