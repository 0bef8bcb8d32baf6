/**
 * The one home of opening databases: PostgreSQL for what is kept and asked by many, DuckDB for SQL over files.
 *
 * <p><b>Floor 1.</b> Sees {@code config}, {@code health}, {@code retry} and {@code security}. The pool is HikariCP, the migrations are
 * Flyway's, the programs of the embedded PostgreSQL come in a jar that the launcher brings; callers see {@code java.sql}
 * and no type of these.
 *
 * <p><b>Contract.</b>
 *
 * <ul>
 *   <li>No other artifact opens a database: {@code DriverManager}, pools and drivers are named here only.
 *   <li>A {@link io.mts1b.platform.db.Database} is PostgreSQL whether it is embedded or yours. All work is in transactions:
 *       what {@code tx} returned from is on the disk, what failed left nothing, and where that is not known
 *       {@link io.mts1b.platform.db.DatabaseException.Category#UNKNOWN} says so.
 *   <li>An {@link io.mts1b.platform.db.EmbeddedPostgres} listens on the loopback, to one user with a random password. It
 *       and its data survive that it is killed, and that the process is killed that runs it.
 *   <li>Passwords are {@link io.mts1b.platform.security.Secret}s, never part of a URL, and in no message.
 *   <li>What {@link io.mts1b.platform.db.DuckDb} opens touches the folders it was given and nothing else.
 * </ul>
 */
@NullMarked
package io.mts1b.platform.db;

import org.jspecify.annotations.NullMarked;
