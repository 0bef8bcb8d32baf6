package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.omsalgos.Child.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The books of one parent: its children, and where all of it is. The only place that adds up. Confined to one thread. */
final class Children {

    private final List<Child> all = new ArrayList<>();
    private final TreeMap<Integer, Child> open = new TreeMap<>();
    private Quantity ordered;
    private Quantity filled = Quantity.ZERO;
    private Quantity working = Quantity.ZERO;
    private Quantity inDoubt = Quantity.ZERO;
    private int rejections;

    Children(Quantity ordered) {
        this.ordered = ordered;
    }

    /** All of it. */
    record Form(List<Child> all, Quantity ordered, int rejections) {}

    Form form() {
        return new Form(List.copyOf(all), ordered, rejections);
    }

    void restore(Form form) {
        ordered = form.ordered();
        rejections = form.rejections();
        for (Child child : form.all()) {
            all.add(child);
            filled = filled.plus(child.filled());
            if (child.status() == Status.WORKING) {
                working = working.plus(child.open());
            } else {
                inDoubt = inDoubt.plus(child.open());
            }
            if (child.isOpen()) {
                open.put(child.number(), child);
            }
        }
    }

    Quantity ordered() {
        return ordered;
    }

    Quantity filled() {
        return filled;
    }

    /** Returns what has traded or may. */
    Quantity committed() {
        return filled.plus(working).plus(inDoubt);
    }

    /** Returns what is in no child. */
    Quantity left() {
        return ordered.minus(ordered.min(committed()));
    }

    /** Returns what may trade beyond what is wanted. */
    Quantity excess() {
        return committed().minus(ordered.min(committed()));
    }

    Progress progress() {
        return new Progress(ordered, filled, working, inDoubt, left(), excess());
    }

    /** Returns the children that may trade, oldest first. */
    List<Child> open() {
        return List.copyOf(open.values());
    }

    boolean hasOpen() {
        return !open.isEmpty();
    }

    /** Returns how many children were refused since the last that was not. */
    int rejections() {
        return rejections;
    }

    int nextNumber() {
        return all.size() + 1;
    }

    void order(Quantity quantity) {
        ordered = quantity;
    }

    void add(AlgoCommand.Place order, Instant now) {
        Require.that(
                order.quantity().compareTo(left()) <= 0,
                "child must be at most " + left() + ", was " + order.quantity());
        Child child = new Child(order, now, Status.WORKING, false, Quantity.ZERO);
        all.add(child);
        open.put(child.number(), child);
        working = working.plus(order.quantity());
    }

    Child get(int number) {
        Require.that(number >= 1 && number <= all.size(), "child must be 1 to " + all.size() + ", was " + number);
        return all.get(number - 1);
    }

    void askCancel(int number) {
        put(get(number).asked(true));
    }

    void accepted(int number) {
        Child child = get(number);
        rejections = 0;
        if (child.status() == Status.IN_DOUBT) {
            // The cancel may have been lost with the child.
            put(child.with(Status.WORKING).asked(false));
        }
    }

    void filled(int number, Quantity quantity) {
        Child child = get(number);
        rejections = 0;
        put(child.filled(child.filled().plus(quantity)));
    }

    void busted(int number, Quantity quantity) {
        Child child = get(number);
        Require.that(
                quantity.compareTo(child.filled()) <= 0,
                "busted must be at most what was filled, " + child.filled() + ", was " + quantity);
        put(child.filled(child.filled().minus(quantity)));
    }

    void rejected(int number) {
        Child child = get(number);
        if (child.isOpen()) {
            rejections++;
            put(child.with(Status.REJECTED));
        }
    }

    void canceled(int number) {
        Child child = get(number);
        if (child.isOpen()) {
            put(child.with(Status.ENDED));
        }
    }

    void cancelRejected(int number) {
        put(get(number).asked(false));
    }

    void lost(int number) {
        Child child = get(number);
        if (child.isOpen()) {
            put(child.with(Status.IN_DOUBT));
        }
    }

    /** Replaces a child, and moves what it has to where it is now. */
    private void put(Child after) {
        Child before = get(after.number());
        filled = filled.minus(before.filled()).plus(after.filled());
        if (before.status() == Status.WORKING) {
            working = working.minus(before.open());
        } else {
            inDoubt = inDoubt.minus(before.open());
        }
        if (after.status() == Status.WORKING) {
            working = working.plus(after.open());
        } else {
            inDoubt = inDoubt.plus(after.open());
        }
        all.set(after.number() - 1, after);
        if (after.isOpen()) {
            open.put(after.number(), after);
        } else {
            open.remove(after.number());
        }
    }
}
