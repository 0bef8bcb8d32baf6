package io.mts1b.marketdata.simulated;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.marketdata.DailyBar;
import io.mts1b.marketdata.DailyBars;
import io.mts1b.marketdata.DailySeries;
import io.mts1b.platform.random.RandomStreams;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Shares that move with a market, with their sector and on their own, under a volatility that comes and
 * goes.
 *
 * <p>The log return of share {@code i} on day {@code t} is {@code drift_i + beta_i s_t m_t + 0.6 s_t g_t +
 * own_i e_it}: {@code m}, {@code g} and {@code e} are standard normal for the market, the sector and the
 * share, and the market's daily volatility {@code s_t} follows a mean-reverting process in logs (E. M.
 * Stein and J. C. Stein, "Stock Price Distributions with Stochastic Volatility", Review of Financial
 * Studies 4(4), 1991, 727-752, in discrete time). Drifts differ between shares and change every year or
 * so, which is what momentum lives on. Nothing here is fitted to a real market.
 *
 * <p>All functions are those of {@link StrictMath}, so bytes are equal on all machines.
 */
public final class SimulatedMarket {

    private static final int SECTORS = 4;
    private static final double MEAN_LOG_VOLATILITY = StrictMath.log(0.009);
    private static final double REVERSION = 0.02;
    private static final double VOLATILITY_OF_VOLATILITY = 0.08;
    private static final double SECTOR_SHARE = 0.6;
    private static final int REGIME_DAYS = 250;
    private static final int CENTS = 2;

    private final RandomStreams random;

    /**
     * Makes a market.
     *
     * @param random the numbers it is made of
     */
    public SimulatedMarket(RandomStreams random) {
        this.random = random;
    }

    /**
     * Simulates shares over some sessions.
     *
     * @param shares how many shares, 1 to 999
     * @param sessions the days, rising, at least one
     * @return their bars; a quarter of the shares, rounded down, is listed later than the others
     */
    public DailyBars simulate(int shares, List<LocalDate> sessions) {
        Require.that(shares >= 1 && shares <= 999, "shares must be in [1, 999], was " + shares);
        Require.that(!sessions.isEmpty(), "sessions must not be empty");
        int days = sessions.size();
        double[] volatility = volatility(days);
        double[] market = moves("market", 1, volatility);
        double[][] sectors = new double[SECTORS][];
        for (int sector = 0; sector < SECTORS; sector++) {
            sectors[sector] = moves("sector." + sector, SECTOR_SHARE, volatility);
        }
        List<DailySeries> series = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            Symbol symbol = new Symbol("SIM" + Integer.toString(1_000 + share).substring(1));
            int listed = share % 4 == 3 ? days / 8 + share * days / (4 * shares) : 0;
            List<DailyBar> bars =
                    bars(symbol, sessions.subList(listed, days), listed, market, sectors[share % SECTORS]);
            series.add(new DailySeries(symbol, bars, false));
        }
        String told = "simulated market, seed " + random.seed() + ": " + shares + " shares, " + days + " sessions, "
                + sessions.getFirst() + " to " + sessions.getLast();
        return new DailyBars(series, List.of(told), true);
    }

    private List<DailyBar> bars(Symbol symbol, List<LocalDate> sessions, int listed, double[] market, double[] sector) {
        RandomGenerator own = random.stream("share." + symbol);
        double beta = 0.5 + own.nextDouble();
        double ownVolatility = 0.008 + 0.012 * own.nextDouble();
        double price = 10 + 190 * own.nextDouble();
        double typicalVolume = 200_000 + 5_000_000 * own.nextDouble();
        double drift = 0;
        List<DailyBar> bars = new ArrayList<>(sessions.size());
        for (int i = 0; i < sessions.size(); i++) {
            if (i % REGIME_DAYS == 0) {
                drift = 0.00025 + 0.0008 * Normal.next(own);
            }
            double gap = 0.3 * ownVolatility * Normal.next(own);
            double move = drift + beta * market[listed + i] + sector[listed + i] + ownVolatility * Normal.next(own);
            double open = price * StrictMath.exp(gap);
            double close = Math.max(0.05, open * StrictMath.exp(move - gap));
            double reach = 0.5 * ownVolatility * Math.abs(Normal.next(own));
            double volume = typicalVolume * StrictMath.exp(0.4 * Normal.next(own) + 15 * Math.abs(move));
            bars.add(bar(sessions.get(i), open, close, reach, volume));
            price = close;
        }
        return bars;
    }

    private static DailyBar bar(LocalDate date, double open, double close, double reach, double volume) {
        PriceRange range = new PriceRange(
                cents(open, RoundingMode.HALF_EVEN),
                cents(Math.max(open, close) * (1 + reach), RoundingMode.UP),
                cents(Math.min(open, close) * (1 - reach), RoundingMode.DOWN),
                cents(close, RoundingMode.HALF_EVEN));
        return new DailyBar(date, range, Quantity.of((long) volume));
    }

    private static Price cents(double value, RoundingMode rounding) {
        return new Price(Decimal.ofReal(Math.max(0.01, value), CENTS, rounding));
    }

    private double[] volatility(int days) {
        double[] shocks = normals("volatility", days);
        double[] volatility = new double[days];
        double log = MEAN_LOG_VOLATILITY;
        for (int t = 0; t < days; t++) {
            log += REVERSION * (MEAN_LOG_VOLATILITY - log) + VOLATILITY_OF_VOLATILITY * shocks[t];
            volatility[t] = StrictMath.exp(log);
        }
        return volatility;
    }

    private double[] moves(String name, double share, double[] volatility) {
        double[] moves = normals(name, volatility.length);
        for (int t = 0; t < moves.length; t++) {
            moves[t] *= share * volatility[t];
        }
        return moves;
    }

    private double[] normals(String name, int count) {
        RandomGenerator stream = random.stream(name);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Normal.next(stream);
        }
        return values;
    }
}
