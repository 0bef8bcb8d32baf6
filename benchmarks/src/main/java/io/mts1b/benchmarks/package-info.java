/**
 * Speed and memory, measured: {@code mts bench <suite>}. Us and the peer do the same work in the same run,
 * and their results are compared before a time is printed.
 *
 * <p><b>On no floor.</b> Sees every room; nothing sees it. Never published.
 *
 * <p><b>Contract.</b> No test fails because of a time. Every row has the median of its runs, their spread and
 * the bytes allocated; where the peer is faster, the row says so.
 */
@NullMarked
package io.mts1b.benchmarks;

import org.jspecify.annotations.NullMarked;
