package io.mts1b.platform.service;

import io.mts1b.foundation.time.Session;
import io.mts1b.platform.calendars.Calendars;
import io.mts1b.platform.calendars.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mts platform calendar sessions|closures --calendar XNYS --from 2024-07-01 --to 2024-07-05}. */
@Command(name = "calendar", description = "Says when exchanges trade, and when and why they do not.")
final class CalendarCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    CalendarCommand(Console console) {
        this.console = console;
    }

    /** Which days are asked for. */
    static final class Days {

        @Option(names = "--calendar", required = true, paramLabel = "NAME", description = "Such as XNYS, or 24-7.")
        private String calendar = "";

        @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first day.")
        private LocalDate from = LocalDate.MIN;

        @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day.")
        private LocalDate to = LocalDate.MAX;
    }

    /** A session as programs get it; no exchange has more than one break a day. */
    record Row(
            LocalDate session,
            Instant open,
            Instant close,
            @Nullable Instant breakStart,
            @Nullable Instant breakEnd) {

        static Row of(Session session) {
            boolean whole = session.breaks().isEmpty();
            return new Row(
                    session.date(),
                    session.open(),
                    session.close(),
                    whole ? null : session.breaks().getFirst().start(),
                    whole ? null : session.breaks().getLast().end());
        }
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("calendar must be run by picocli");
        }
        throw new ParameterException(spec.commandLine(), "Missing subcommand: sessions or closures");
    }

    @Command(name = "sessions", description = "Prints the sessions, with their opens, closes and breaks in UTC.")
    int sessions(@Mixin Days days) {
        return print(days, calendar -> calendar.sessions(days.from, days.to), Row::of, CalendarCommand::text);
    }

    @Command(name = "closures", description = "Prints the weekdays without a session, and why there is none.")
    int closures(@Mixin Days days) {
        return print(
                days,
                calendar -> calendar.closures(days.from, days.to),
                closure -> closure,
                closure -> closure.date() + "  " + closure.reason());
    }

    private <T, R> int print(
            Days days, Function<TradingCalendar, List<T>> find, Function<T, R> row, Function<T, String> line) {
        if (days.to.isBefore(days.from)) {
            return console.refuse("--to must not be before --from " + days.from + ", was " + days.to);
        }
        List<T> found;
        try {
            found = find.apply(Calendars.of(days.calendar));
        } catch (IllegalArgumentException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
        console.print(found.stream().map(row).toList(), found.stream().map(line).collect(Collectors.joining("\n")));
        return ExitCode.DONE;
    }

    private static String text(Session session) {
        String breaks = session.breaks().stream()
                .map(pause -> "  break " + pause.start() + " to " + pause.end())
                .collect(Collectors.joining());
        return session.date() + "  " + session.open() + " to " + session.close() + breaks;
    }
}
