package io.mts1b.quantkit.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A part of the portfolios that rules allow: for each asset a few neighbouring ranges, and whether it is held. Leaving out
 * the gaps between ranges gives the convex problem around it. Immutable.
 */
final class Choice {

    /** A weight this near to a range is in it. */
    static final double TOLERANCE = 1e-9;

    /** What is decided about an asset. */
    private enum Status {
        OPEN,
        HELD,
        OUT
    }

    private final Constraints kept;
    private final int most;
    private final List<List<Interval>> ranges;
    private final List<Status> status;

    private Choice(Constraints kept, int most, List<List<Interval>> ranges, List<Status> status) {
        this.kept = kept;
        this.most = most;
        this.ranges = ranges;
        this.status = status;
    }

    /** Returns all portfolios that rules allow, or empty if none can be. */
    static Optional<Choice> all(Selection rules, Constraints kept) {
        List<List<Interval>> ranges = IntStream.range(0, kept.assets())
                .mapToObj(i -> rules.allowed(i, new Interval(kept.lower(i), kept.upper(i))))
                .toList();
        Status[] open = new Status[kept.assets()];
        Arrays.fill(open, Status.OPEN);
        return settled(kept, rules.most(), ranges, List.of(open));
    }

    /** Draws conclusions, or returns empty if there is a contradiction. */
    private static Optional<Choice> settled(
            Constraints kept, int most, List<List<Interval>> ranges, List<Status> status) {
        List<List<Interval>> left = new ArrayList<>(ranges);
        List<Status> known = new ArrayList<>(status);
        for (int i = 0; i < left.size(); i++) {
            conclude(i, left, known);
            if (left.get(i).isEmpty()) {
                return Optional.empty();
            }
        }
        long held = known.stream().filter(one -> one == Status.HELD).count();
        if (held == most) {
            for (int i = 0; i < left.size(); i++) {
                if (known.get(i) == Status.OPEN) {
                    known.set(i, Status.OUT);
                    left.set(i, List.of(Interval.ZERO));
                }
            }
        }
        Choice choice = new Choice(kept, most, List.copyOf(left), List.copyOf(known));
        return held <= most && choice.canSumUp() ? Optional.of(choice) : Optional.empty();
    }

    private static void conclude(int asset, List<List<Interval>> ranges, List<Status> status) {
        List<Interval> own = ranges.get(asset);
        boolean canBeNone = own.stream().anyMatch(range -> range.contains(0));
        switch (status.get(asset)) {
            case OUT -> ranges.set(asset, canBeNone ? List.of(Interval.ZERO) : List.of());
            case HELD -> ranges.set(asset, ends(own));
            case OPEN -> {
                if (!canBeNone) {
                    status.set(asset, Status.HELD);
                } else if (own.equals(List.of(Interval.ZERO))) {
                    status.set(asset, Status.OUT);
                }
            }
        }
    }

    /** Leaves out zero where it is the first or the last range; between others it must stay for the time being. */
    private static List<Interval> ends(List<Interval> ranges) {
        if (ranges.isEmpty()) {
            return ranges;
        }
        int from = ranges.getFirst().equals(Interval.ZERO) ? 1 : 0;
        int to = ranges.size() - (ranges.getLast().equals(Interval.ZERO) ? 1 : 0);
        return from >= to ? List.of() : ranges.subList(from, to);
    }

    /** Whether as many assets as may be held can sum up to the budget. */
    private boolean canSumUp() {
        if (!kept.hasBudget()) {
            return true;
        }
        double slack = TOLERANCE * (1 + Math.abs(kept.budget()));
        return extreme(1) >= kept.budget() - slack && extreme(-1) <= kept.budget() + slack;
    }

    /** Returns the largest sum, or with a sign of -1 the least. */
    private double extreme(double sign) {
        double sum = 0;
        List<Double> gains = new ArrayList<>();
        int free = most;
        for (int i = 0; i < ranges.size(); i++) {
            double end = sign > 0 ? upper(i) : -lower(i);
            if (status.get(i) == Status.HELD) {
                sum += end;
                free--;
            } else if (end > 0) {
                gains.add(end);
            }
        }
        gains.sort(Comparator.reverseOrder());
        sum += gains.stream().limit(free).mapToDouble(gain -> gain).sum();
        return sign * sum;
    }

    double lower(int asset) {
        return ranges.get(asset).getFirst().least();
    }

    double upper(int asset) {
        return ranges.get(asset).getLast().most();
    }

    /** Returns constraints with the bounds of the convex problem around it. */
    Constraints hull(Constraints others) {
        double[] least = new double[ranges.size()];
        double[] most = new double[ranges.size()];
        Arrays.setAll(least, this::lower);
        Arrays.setAll(most, this::upper);
        return others.withBounds(least, most);
    }

    boolean hasHullOf(Choice other) {
        return IntStream.range(0, ranges.size())
                .allMatch(i -> lower(i) == other.lower(i) && upper(i) == other.upper(i));
    }

    /** Returns two smaller parts of which neither holds given weights, or none if those are allowed or nothing is open. */
    List<Choice> split(double[] weights) {
        int asset = -1;
        double farthest = TOLERANCE;
        for (int i = 0; i < weights.length; i++) {
            double gap = gap(i, weights[i]);
            if (ranges.get(i).size() > 1 && gap > farthest) {
                asset = i;
                farthest = gap;
            }
        }
        return asset >= 0 ? apart(asset, weights[asset]) : picked(weights);
    }

    private double gap(int asset, double weight) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Interval range : ranges.get(asset)) {
            nearest = Math.min(nearest, range.distance(weight));
        }
        return nearest;
    }

    /** Splits the ranges of an asset at the gap that a weight is in. */
    private List<Choice> apart(int asset, double weight) {
        List<Interval> own = ranges.get(asset);
        int above = 1;
        while (above < own.size() - 1 && own.get(above).least() <= weight) {
            above++;
        }
        return both(
                with(asset, own.subList(0, above), status.get(asset)),
                with(asset, own.subList(above, own.size()), status.get(asset)));
    }

    /** Where too many assets are held, keeps the largest of those in question, or leaves it out. */
    private List<Choice> picked(double[] weights) {
        int largest = -1;
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            double size = Math.abs(weights[i]);
            boolean counts = status.get(i) == Status.HELD || size > TOLERANCE;
            count += counts ? 1 : 0;
            if (status.get(i) == Status.OPEN && counts && (largest < 0 || size > Math.abs(weights[largest]))) {
                largest = i;
            }
        }
        return count <= most || largest < 0
                ? List.of()
                : both(with(largest, ranges.get(largest), Status.HELD), with(largest, ranges.get(largest), Status.OUT));
    }

    private static List<Choice> both(Optional<Choice> one, Optional<Choice> other) {
        List<Choice> both = new ArrayList<>();
        one.ifPresent(both::add);
        other.ifPresent(both::add);
        return both;
    }

    private Optional<Choice> with(int asset, List<Interval> instead, Status decided) {
        List<List<Interval>> left = new ArrayList<>(ranges);
        left.set(asset, instead);
        List<Status> known = new ArrayList<>(status);
        known.set(asset, decided);
        return settled(kept, most, left, known);
    }

    /** Whether weights are allowed. */
    boolean allows(double[] weights) {
        return split(weights).isEmpty()
                && IntStream.range(0, weights.length).allMatch(i -> gap(i, weights[i]) <= TOLERANCE)
                && Arrays.stream(weights).filter(w -> Math.abs(w) > TOLERANCE).count() <= most;
    }

    /** Returns the part nearest to given weights in which nothing is open, or empty if that is none. */
    Optional<Choice> nearest(double[] weights) {
        int n = weights.length;
        List<Integer> order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> status.get(i) != Status.HELD)
                        .thenComparingDouble(i -> -Math.abs(weights[i])))
                .toList();
        List<List<Interval>> one = new ArrayList<>(ranges);
        List<Status> known = new ArrayList<>(status);
        int free = most;
        for (int i : order) {
            Interval near = ranges.get(i).stream()
                    .min(Comparator.comparingDouble(range -> range.distance(weights[i])))
                    .orElseThrow();
            boolean none = near.equals(Interval.ZERO) || Math.abs(weights[i]) <= TOLERANCE;
            boolean out = status.get(i) != Status.HELD && (none || free == 0);
            known.set(i, out ? Status.OUT : Status.HELD);
            one.set(i, out ? ranges.get(i) : List.of(near));
            free -= out ? 0 : 1;
        }
        return settled(kept, most, one, known);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Choice that && ranges.equals(that.ranges) && status.equals(that.status);
    }

    @Override
    public int hashCode() {
        return 31 * ranges.hashCode() + status.hashCode();
    }
}
