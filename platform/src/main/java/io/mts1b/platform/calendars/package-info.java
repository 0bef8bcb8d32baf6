/**
 * When markets trade: sessions, holidays, early closes and breaks of the world's exchanges, and schedules on
 * them.
 *
 * <p><b>Floor 1.</b> Sees foundation.
 *
 * <p><b>Contract.</b> A calendar answers inside the range of dates it knows and refuses outside it. Holidays
 * are rules and reviewed tables in one text file per exchange, each line with its reason, each one-off
 * with its source; {@link io.mts1b.platform.calendars.Calendars#parse} tells their form and reads a
 * user's own. A calendar is compiled once into arrays; a look-up is array access and allocates nothing.
 */
@NullMarked
package io.mts1b.platform.calendars;

import org.jspecify.annotations.NullMarked;
