package io.mts1b.platform.service;

import io.mts1b.foundation.time.Session;
import io.mts1b.platform.calendars.Calendars;
import io.mts1b.platform.calendars.TradingCalendar;
import io.mts1b.platform.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
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

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("calendar must be run by picocli");
        }
        throw new ParameterException(spec.commandLine(), "Missing subcommand: sessions or closures");
    }

    @Command(name = "sessions", description = "Prints the sessions, with their opens, closes and breaks in UTC.")
    int sessions(@Mixin Days days) {
        return print(
                days,
                (calendar, range) -> calendar.sessions(range.from, range.to),
                CalendarCommand::json,
                CalendarCommand::text);
    }

    @Command(name = "closures", description = "Prints the weekdays without a session, and why there is none.")
    int closures(@Mixin Days days) {
        return print(
                days,
                (calendar, range) -> calendar.closures(range.from, range.to),
                Json::write,
                closure -> closure.date() + "  " + closure.reason());
    }

    private <T> int print(
            Days days,
            BiFunction<TradingCalendar, Days, List<T>> find,
            Function<T, String> json,
            Function<T, String> text) {
        if (days.to.isBefore(days.from)) {
            return console.refuse("--to must not be before --from " + days.from + ", was " + days.to);
        }
        List<T> found;
        try {
            found = find.apply(Calendars.of(days.calendar), days);
        } catch (IllegalArgumentException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
        String answer = console.json()
                ? found.stream().map(json).collect(Collectors.joining(",", "[", "]"))
                : found.stream().map(text).collect(Collectors.joining("\n"));
        console.out().print(answer + "\n");
        console.out().flush();
        return ExitCode.DONE;
    }

    /** One line of JSON whose fields are always there, null where the session has no break. */
    private static String json(Session session) {
        String none = "null";
        boolean whole = session.breaks().isEmpty();
        return "{\"session\":" + Json.write(session.date())
                + ",\"open\":" + Json.write(session.open())
                + ",\"close\":" + Json.write(session.close())
                + ",\"break_start\":"
                + (whole ? none : Json.write(session.breaks().getFirst().start()))
                + ",\"break_end\":"
                + (whole ? none : Json.write(session.breaks().getLast().end())) + "}";
    }

    private static String text(Session session) {
        String breaks = session.breaks().stream()
                .map(pause -> "  break " + pause.start() + " to " + pause.end())
                .collect(Collectors.joining());
        return session.date() + "  " + session.open() + " to " + session.close() + breaks;
    }
}
