/**
 * The one home of symbol normalisation: what instruments are called inside the house, and what venues, brokers and
 * vendors call them.
 *
 * <p><b>Floor 1.</b> Sees foundation, whose {@link io.mts1b.foundation.symbology.Symbol} carries the canonical spelling.
 *
 * <p><b>Contract.</b> A {@link io.mts1b.platform.symbology.Contract} is what a symbol says, and writes the one canonical
 * spelling of it:
 *
 * <table>
 *   <caption>Canonical symbols</caption>
 *   <tr><th>what</th><th>form</th><th>such as</th></tr>
 *   <tr><td>share</td><td>root, point and class</td><td>{@code AAPL}, {@code BRK.B}, {@code BAC.PRL}</td></tr>
 *   <tr><td>currencies, crypto</td><td>base, quote</td><td>{@code EUR-USD}, {@code BTC-USDT}</td></tr>
 *   <tr><td>perpetual</td><td>pair, {@code PERP}</td><td>{@code BTC-USDT-PERP}, {@code BTC-USD_BTC-PERP}</td></tr>
 *   <tr><td>future of a month</td><td>root, month</td><td>{@code ES-202409}</td></tr>
 *   <tr><td>future of a day</td><td>root or pair, day</td><td>{@code BTC-USD_BTC-20240628}</td></tr>
 *   <tr><td>option</td><td>root or pair, day, strike, right</td><td>{@code AAPL-20240517-172.5-C}</td></tr>
 * </table>
 *
 * <p>What a pair's derivative settles in follows {@code _} where it is not the quote. A
 * {@link io.mts1b.platform.symbology.Dialect} is the spelling of one venue, broker or vendor, in a reviewed table with its
 * sources ({@code dialects.symbology}). What a dialect writes it reads back as the same contract, or it does not write it;
 * what has two readings, or none, is refused with what was expected.
 */
@NullMarked
package io.mts1b.platform.symbology;

import org.jspecify.annotations.NullMarked;
