package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which limits of a polyhedron hold a point, and the solutions of {@code min x'Cx / 2 - (c + t d)'x} where they do: a
 * straight line in {@code t}. Mutable; confined to one thread.
 */
final class ActiveSet {

    /** Where a variable, or the value of a row, stands. */
    enum Place {
        FREE,
        LOWER,
        UPPER
    }

    private final double[][] matrix;
    private final double[] linear;
    private final Polyhedron limits;
    private final Place[] ofVariable;
    private final Place[] ofRow;
    private final FreeVariables free;

    ActiveSet(double[][] matrix, double[] linear, Polyhedron limits) {
        this.matrix = matrix;
        this.linear = linear;
        this.limits = limits;
        ofVariable = new Place[limits.size()];
        ofRow = new Place[limits.rows().size()];
        Arrays.fill(ofVariable, Place.LOWER);
        Arrays.setAll(ofRow, r -> isEquality(r) ? Place.UPPER : Place.FREE);
        free = new FreeVariables(matrix);
    }

    Place ofVariable(int variable) {
        return ofVariable[variable];
    }

    Place ofRow(int row) {
        return ofRow[row];
    }

    boolean isFixed(int variable) {
        return limits.lower(variable) == limits.upper(variable);
    }

    boolean isEquality(int row) {
        return limits.rows().get(row).lower() == limits.rows().get(row).upper();
    }

    /** Moves a variable; returns false if freeing it would make the matrix of the free ones singular. */
    boolean place(int variable, Place place) {
        if (ofVariable[variable] == Place.FREE) {
            free.remove(variable);
        }
        ofVariable[variable] = place;
        return place != Place.FREE || free.add(variable);
    }

    void placeRow(int row, Place place) {
        ofRow[row] = place;
    }

    /** Returns {@code C x - c}. */
    double[] gradient(double[] x) {
        double[] gradient = multiply(x);
        Vectors.addScaled(gradient, -1, linear, gradient.length);
        return gradient;
    }

    /** Returns {@code C x}, which costs as many passes as there are entries of {@code x} that are not zero. */
    private double[] multiply(double[] x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                Vectors.addScaled(product, x[i], matrix[i], x.length);
            }
        }
        return product;
    }

    /** Solves for the line of optima, or returns empty if the limits that hold depend on each other. */
    Optional<CriticalSegment> solve(double[] slope) {
        double[] origin = new double[limits.size()];
        for (int i = 0; i < origin.length; i++) {
            origin[i] = switch (ofVariable[i]) {
                case FREE -> 0;
                case LOWER -> limits.lower(i);
                case UPPER -> limits.upper(i);
            };
        }
        double[] still = free.gather(gradient(origin), -1);
        double[] moving = free.gather(slope, 1);
        free.forward(still);
        free.forward(moving);
        int[] rows = IntStream.range(0, ofRow.length)
                .filter(r -> ofRow[r] != Place.FREE)
                .toArray();
        Optional<HeldRows> held = HeldRows.of(limits, rows, free);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        double[] gaps = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            Polyhedron.Row row = limits.rows().get(rows[k]);
            gaps[k] = (ofRow[rows[k]] == Place.LOWER ? row.lower() : row.upper())
                    - Vectors.dot(limits.coefficients(rows[k]), origin);
        }
        double[] multipliers = held.get().project(still, gaps);
        double[] changes = held.get().project(moving, new double[rows.length]);
        double[] direction = new double[origin.length];
        free.scatter(free.backward(still), origin);
        free.scatter(free.backward(moving), direction);
        double[] gradient = gradient(origin);
        double[] drift = multiply(direction);
        Vectors.addScaled(drift, -1, slope, drift.length);
        for (int k = 0; k < rows.length; k++) {
            Vectors.addScaled(gradient, multipliers[k], limits.coefficients(rows[k]), gradient.length);
            Vectors.addScaled(drift, changes[k], limits.coefficients(rows[k]), drift.length);
        }
        return Optional.of(new CriticalSegment(
                new Line(origin, direction),
                new Line(gradient, drift),
                new Line(spread(rows, multipliers), spread(rows, changes))));
    }

    private double[] spread(int[] rows, double[] values) {
        double[] all = new double[ofRow.length];
        for (int k = 0; k < rows.length; k++) {
            all[rows[k]] = values[k];
        }
        return all;
    }
}
