/**
 * What a process counts and measures, in the text format of Prometheus.
 *
 * <p><b>Floor 1.</b> Micrometer keeps the meters and writes their text; no type of it is in a signature here.
 *
 * <p><b>Contract.</b> Names are {@code mts1b.<artifact>.<what>}, with the unit in the meter and not in the name. Labels
 * hold what there are few of: hosts, topics, subscriptions, outcomes; never an order, a price or a reason. Reading never
 * disturbs what is measured.
 */
@NullMarked
package io.mts1b.platform.metrics;

import org.jspecify.annotations.NullMarked;
