/**
 * The run-time primitives beside their peers: the bus, the journal, JSON, redaction, calendars, logging and
 * configuration.
 */
@NullMarked
package io.mts1b.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
