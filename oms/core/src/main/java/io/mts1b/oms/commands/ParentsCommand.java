package io.mts1b.oms.commands;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.api.ApiReply.ParentView;
import io.mts1b.oms.parents.ParentStatus;
import io.mts1b.omsalgos.Progress;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts oms parents}. */
@Command(name = "parents", description = "Lists the orders of a log that algos work, and how far each is.")
final class ParentsCommand extends LogCommand {

    @Option(names = "--running", description = "Only those that go on.")
    private boolean running;

    ParentsCommand(Console console) {
        super(console);
    }

    /** What is printed to programs. */
    record Report(List<ParentView> parents) {}

    @Override
    protected Answer answer() {
        return withState(state -> {
            forEach(state::apply);
            return report(state);
        });
    }

    private Answer report(OmsState state) {
        List<ParentView> parents = LongStream.rangeClosed(1, state.parents().taken())
                .mapToObj(state.parents()::taken)
                .map(parent -> {
                    OrderId id = parent.order().orderId();
                    return ParentView.of(parent, state.parents().status(id).orElseThrow());
                })
                .filter(parent -> !running || parent.status() != ParentStatus.ENDED)
                .toList();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-28s %-13s %-10s %-6s %-18s %12s %12s %12s %8s %s",
                "parent",
                "status",
                "algo",
                "side",
                "instrument",
                "ordered",
                "filled",
                "open",
                "children",
                "until"));
        parents.forEach(parent -> text.append(line(parent)));
        return Answer.done(new Report(parents), text.toString());
    }

    private static String line(ParentView parent) {
        Progress progress = parent.progress();
        return String.format(
                Locale.ROOT,
                "%n%-28s %-13s %-10s %-6s %-18s %12s %12s %12s %8d %s",
                parent.order().orderId(),
                parent.finish() == null ? parent.status() : parent.finish(),
                parent.algo().getClass().getSimpleName(),
                parent.order().side(),
                parent.order().instrument(),
                progress.ordered(),
                progress.filled(),
                progress.working().plus(progress.inDoubt()),
                parent.children(),
                parent.until());
    }
}
