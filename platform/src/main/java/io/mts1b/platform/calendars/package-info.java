/**
 * When markets trade: sessions, holidays, early closes and breaks of the world's exchanges, and schedules on
 * them.
 *
 * <p><b>Floor 1.</b> Sees foundation.
 *
 * <p><b>Contract.</b> A calendar answers inside the range of dates it knows and refuses outside it. Holidays
 * are rules and reviewed tables in one text file per exchange, each line with its reason, each one-off
 * with its source; {@link io.mts1b.platform.calendars.Calendars#parse} tells their form and reads a
 * user's own. Where an exchange's history leaves room (hours of long ago, days lost in part) the calendars
 * keep the conventions of the project exchange_calendars (Apache-2.0), whose answers the tests compare with;
 * the head of each file says where. A calendar is compiled once into arrays; a look-up is array access and allocates nothing.
 */
@NullMarked
package io.mts1b.platform.calendars;

import org.jspecify.annotations.NullMarked;
