package io.mts1b.benchmarks.quant;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.AccelerationDecelerationIndicator;
import org.ta4j.core.indicators.AwesomeOscillatorIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.CMOIndicator;
import org.ta4j.core.indicators.ChandelierExitLongIndicator;
import org.ta4j.core.indicators.ChandelierExitShortIndicator;
import org.ta4j.core.indicators.ChopIndicator;
import org.ta4j.core.indicators.CoppockCurveIndicator;
import org.ta4j.core.indicators.DoubleEMAIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.HMAIndicator;
import org.ta4j.core.indicators.KAMAIndicator;
import org.ta4j.core.indicators.KSTIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.MMAIndicator;
import org.ta4j.core.indicators.MassIndexIndicator;
import org.ta4j.core.indicators.PPOIndicator;
import org.ta4j.core.indicators.PVOIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.StochasticRSIIndicator;
import org.ta4j.core.indicators.TripleEMAIndicator;
import org.ta4j.core.indicators.UlcerIndexIndicator;
import org.ta4j.core.indicators.WMAIndicator;
import org.ta4j.core.indicators.ZLEMAIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.DXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.aroon.AroonDownIndicator;
import org.ta4j.core.indicators.aroon.AroonOscillatorIndicator;
import org.ta4j.core.indicators.aroon.AroonUpIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.TRIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuKijunSenIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuTenkanSenIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelLowerIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.indicators.volume.ChaikinMoneyFlowIndicator;
import org.ta4j.core.indicators.volume.ChaikinOscillatorIndicator;
import org.ta4j.core.indicators.volume.MoneyFlowIndexIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.num.Num;

/** The indicators that we and ta4j define alike, once what they start from has faded. */
final class SharedIndicators {

    private SharedIndicators() {}

    static List<Column> all() {
        return Stream.of(averages(), oscillators(), trends(), channels(), volumes())
                .flatMap(one -> one)
                .toList();
    }

    private static Stream<Column> averages() {
        return Stream.of(
                        each("sma period=%d sma", SMAIndicator::new, 5, 20, 50, 200),
                        each("ema period=%d ema", EMAIndicator::new, 20, 50, 100),
                        each("wma period=%d wma", WMAIndicator::new, 20),
                        each("dema period=%d dema", DoubleEMAIndicator::new, 14),
                        each("tema period=%d tema", TripleEMAIndicator::new, 14),
                        each("hma period=%d hma", HMAIndicator::new, 16),
                        each("smma period=%d smma", MMAIndicator::new, 14),
                        each("zlema period=%d zlema", ZLEMAIndicator::new, 21),
                        each("stdev period=%d stdDev", StandardDeviationIndicator::new, 14, 50),
                        each("slope period=%d line", SimpleLinearRegressionIndicator::new, 14),
                        Stream.of(Column.of(
                                "kama period=10 fast=2 slow=30 kama",
                                ofClose(one -> new KAMAIndicator(one, 10, 2, 30)))))
                .flatMap(one -> one);
    }

    private static Stream<Column> oscillators() {
        return Stream.of(
                        each("rsi period=%d rsi", RSIIndicator::new, 7, 14),
                        each("roc period=%d roc", ROCIndicator::new, 10),
                        each("cmo period=%d cmo", CMOIndicator::new, 14),
                        eachOfBars("cci period=%d cci", CCIIndicator::new, 20),
                        Stream.of(
                                Column.scaled(
                                        100,
                                        "stoch-rsi rsi=14 stoch=14 smooth=1 stochRsi",
                                        ofClose(one -> new StochasticRSIIndicator(one, 14))),
                                Column.of(
                                        "coppock coppock", ofClose(one -> new CoppockCurveIndicator(one, 14, 11, 10))),
                                Column.of("kst kst", ofClose(KSTIndicator::new)),
                                Column.of("macd macd", ofClose(one -> new MACDIndicator(one, 12, 26))),
                                Column.of(
                                        "macd signal",
                                        ofClose(one -> new EMAIndicator(new MACDIndicator(one, 12, 26), 9))),
                                Column.of("ppo ppo", ofClose(one -> new PPOIndicator(one, 12, 26))),
                                Column.of("pvo pvo", bars -> new PVOIndicator(bars, 12, 26)),
                                Column.of("awesome oscillator", AwesomeOscillatorIndicator::new),
                                Column.of("accelerator accelerator", AccelerationDecelerationIndicator::new)))
                .flatMap(one -> one);
    }

    private static Stream<Column> trends() {
        return Stream.of(
                        eachOfBars("aroon period=%d aroonUp", AroonUpIndicator::new, 25),
                        eachOfBars("aroon period=%d aroonDown", AroonDownIndicator::new, 25),
                        eachOfBars("aroon period=%d oscillator", AroonOscillatorIndicator::new, 25),
                        eachOfBars("adx period=%d pdi", PlusDIIndicator::new, 14),
                        eachOfBars("adx period=%d mdi", MinusDIIndicator::new, 14),
                        eachOfBars("adx period=%d dx", DXIndicator::new, 14),
                        eachOfBars("adx period=%d adx", ADXIndicator::new, 14),
                        Stream.of(
                                Column.of("ichimoku tenkanSen", IchimokuTenkanSenIndicator::new),
                                Column.of("ichimoku kijunSen", IchimokuKijunSenIndicator::new),
                                Column.of(
                                        "super-trend period=10 multiplier=3 superTrend",
                                        bars -> new SuperTrendIndicator(bars, 10, 3d)),
                                Column.of(
                                        "chandelier period=22 multiplier=3 longExit",
                                        bars -> new ChandelierExitLongIndicator(bars, 22, 3)),
                                Column.of(
                                        "chandelier period=22 multiplier=3 shortExit",
                                        bars -> new ChandelierExitShortIndicator(bars, 22, 3))))
                .flatMap(one -> one);
    }

    private static Stream<Column> channels() {
        return Stream.of(
                        each("bb period=%d upperBand", SharedIndicators::upperBand, 20, 50),
                        each("bb period=%d lowerBand", SharedIndicators::lowerBand, 20, 50),
                        each("bb period=%d percentB", (one, n) -> new PercentBIndicator(one, n, 2), 20),
                        eachOfBars("keltner ema=%d atr=10 upperBand", SharedIndicators::upperChannel, 20),
                        eachOfBars("keltner ema=%d atr=10 lowerBand", SharedIndicators::lowerChannel, 20),
                        eachOfBars("atr period=%d atr", ATRIndicator::new, 14, 28),
                        eachOfBars("chop period=%d chop", (bars, n) -> new ChopIndicator(bars, n, 100), 14),
                        each("ulcer-index period=%d ui", UlcerIndexIndicator::new, 14),
                        Stream.of(
                                Column.of("tr tr", TRIndicator::new),
                                Column.of("mass-index mass", bars -> new MassIndexIndicator(bars, 9, 25))))
                .flatMap(one -> one);
    }

    private static Stream<Column> volumes() {
        return Stream.concat(
                Stream.concat(
                        eachOfBars("cmf period=%d cmf", ChaikinMoneyFlowIndicator::new, 20),
                        eachOfBars("mfi period=%d mfi", MoneyFlowIndexIndicator::new, 14)),
                Stream.of(
                        Column.of("obv obv", OnBalanceVolumeIndicator::new),
                        Column.of("chaikin-osc oscillator", ChaikinOscillatorIndicator::new)));
    }

    private static Indicator<Num> upperBand(Indicator<Num> close, int n) {
        return new BollingerBandsUpperIndicator(middleBand(close, n), new StandardDeviationIndicator(close, n));
    }

    private static Indicator<Num> lowerBand(Indicator<Num> close, int n) {
        return new BollingerBandsLowerIndicator(middleBand(close, n), new StandardDeviationIndicator(close, n));
    }

    private static BollingerBandsMiddleIndicator middleBand(Indicator<Num> close, int n) {
        return new BollingerBandsMiddleIndicator(new SMAIndicator(close, n));
    }

    private static Indicator<Num> upperChannel(BarSeries bars, int n) {
        return new KeltnerChannelUpperIndicator(middleChannel(bars, n), 2, 10);
    }

    private static Indicator<Num> lowerChannel(BarSeries bars, int n) {
        return new KeltnerChannelLowerIndicator(middleChannel(bars, n), 2, 10);
    }

    private static KeltnerChannelMiddleIndicator middleChannel(BarSeries bars, int n) {
        return new KeltnerChannelMiddleIndicator(new ClosePriceIndicator(bars), n);
    }

    private static Function<BarSeries, Indicator<Num>> ofClose(Function<Indicator<Num>, Indicator<Num>> theirs) {
        return bars -> theirs.apply(new ClosePriceIndicator(bars));
    }

    private static Stream<Column> each(
            String ours, BiFunction<Indicator<Num>, Integer, Indicator<Num>> theirs, int... periods) {
        return eachOfBars(ours, (bars, n) -> theirs.apply(new ClosePriceIndicator(bars), n), periods);
    }

    private static Stream<Column> eachOfBars(
            String ours, BiFunction<BarSeries, Integer, Indicator<Num>> theirs, int... periods) {
        return IntStream.of(periods)
                .mapToObj(n -> Column.of(ours.replace("%d", Integer.toString(n)), bars -> theirs.apply(bars, n)));
    }
}
