/**
 * The one home of opening databases. Today that is the embedded analytical one.
 *
 * <p><b>Floor 1.</b> Sees the JDK and the DuckDB driver; callers see {@code java.sql} alone.
 *
 * <p><b>Contract.</b> No other artifact opens a database: {@code DriverManager} and drivers are named
 * here only.
 */
@NullMarked
package io.mts1b.platform.db;

import org.jspecify.annotations.NullMarked;
