package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;
import io.mts1b.quantkit.optimization.ActiveSet.Place;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The exact solutions of {@code min x'Cx / 2 - (c + t d)'x} over a polyhedron for all {@code t >= 0}: the critical line. They
 * move along straight pieces; where one ends, one limit starts or stops to hold.
 *
 * <p>The minimum at {@code t = 0} is found the same way, from a problem that some point solves by construction, bent into
 * the wanted one. Each piece costs {@code O(n k + k^2)} for {@code k} free variables.
 *
 * <p>Reference: H. Markowitz, "The Optimization of a Quadratic Function Subject to Linear Constraints", Naval Research
 * Logistics Quarterly 3, 1956, 111-133; M. J. Best, "An Algorithm for the Solution of the Parametric Quadratic Programming
 * Problem", in "Applied Mathematics and Parallel Computing", Physica, 1996, 57-76. Mutable; confined to one thread.
 */
public final class CriticalPath {

    /** One straight piece. */
    public static final class Segment {

        private final double from;
        private final Line point;

        private Segment(double from, Line point) {
            this.from = from;
            this.point = point;
        }

        /**
         * Returns where the piece begins.
         *
         * @return the least {@code t}
         */
        public double from() {
            return from;
        }

        /**
         * Returns the optimum for one {@code t} of the piece.
         *
         * @param t the parameter
         * @return a new array
         */
        public double[] at(double t) {
            return point.at(t);
        }
    }

    /** Sees the pieces in their order. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Looks at one piece.
         *
         * @param segment the piece
         * @return whether to go on
         */
        boolean visit(Segment segment);
    }

    private final Polyhedron limits;
    private final ActiveSet set;

    private CriticalPath(double[][] matrix, double[] linear, Polyhedron limits) {
        this.limits = limits;
        set = new ActiveSet(matrix, linear, limits);
    }

    /**
     * Finds the minimum of {@code x'Cx / 2 - c'x} where variables have finite bounds and one row fixes their sum.
     *
     * @param matrix the matrix {@code C}, both triangles; kept and not modified
     * @param linear the vector {@code c}; kept and not modified
     * @param limits the polyhedron, whose one row is an equality with positive coefficients
     * @return the path at its minimum, or empty if the polyhedron is empty or otherwise shaped, or the matrix is singular
     *     on variables that the minimum needs together
     */
    public static Optional<CriticalPath> fromVertex(double[][] matrix, double[] linear, Polyhedron limits) {
        CriticalPath path = new CriticalPath(matrix, linear, limits);
        return Vertex.of(matrix, limits)
                .filter(vertex -> path.bend(vertex.point, vertex.free))
                .map(_ -> path);
    }

    /**
     * Finds the minimum of {@code x'Cx / 2 - c'x} near a point that is almost it.
     *
     * @param matrix the matrix {@code C}, both triangles; kept and not modified
     * @param linear the vector {@code c}; kept and not modified
     * @param limits the polyhedron
     * @param point a point that keeps the limits up to rounding
     * @param tolerance how near to a limit a point is held by it
     * @return the path at its minimum, or empty if the point is too far from it, or the matrix is singular on variables
     *     that the minimum needs together
     */
    public static Optional<CriticalPath> near(
            double[][] matrix, double[] linear, Polyhedron limits, double[] point, double tolerance) {
        CriticalPath path = new CriticalPath(matrix, linear, limits);
        return path.bendNear(point, tolerance) ? Optional.of(path) : Optional.empty();
    }

    /**
     * Returns the optimum at {@code t = 0}. Only before the path is followed.
     *
     * @return a new array
     */
    public double[] minimum() {
        return set.solve(new double[limits.size()]).orElseThrow().point().at(0);
    }

    /**
     * Follows the path from {@code t = 0}.
     *
     * @param slope the vector {@code d}
     * @param visitor sees each piece; the last one ends at infinity
     * @return whether the end was reached or the visitor stopped; false if the matrix is singular on variables that an
     *     optimum needs together, or limits depend on each other
     */
    public boolean follow(double[] slope, Visitor visitor) {
        return follow(slope, 0, Double.POSITIVE_INFINITY, visitor);
    }

    /** Bends the problem that a vertex solves by construction into the wanted one. */
    private boolean bend(double[] vertex, int free) {
        double[] slope = set.gradient(vertex);
        double scale = Math.max(Vectors.largest(slope), Double.MIN_NORMAL);
        for (int i = 0; i < vertex.length; i++) {
            if (i == free) {
                set.place(i, Place.FREE);
            } else if (vertex[i] == limits.lower(i)) {
                slope[i] -= scale;
            } else {
                set.place(i, Place.UPPER);
                slope[i] += scale;
            }
        }
        return follow(slope, 1, 0, _ -> true);
    }

    private boolean bendNear(double[] point, double tolerance) {
        double[] slope = set.gradient(point);
        double scale = Math.max(Vectors.largest(slope), Double.MIN_NORMAL);
        boolean regular = true;
        for (int i = 0; i < point.length; i++) {
            if (point[i] - limits.lower(i) <= tolerance) {
                slope[i] -= scale;
            } else if (limits.upper(i) - point[i] <= tolerance) {
                regular &= set.place(i, Place.UPPER);
                slope[i] += scale;
            } else {
                regular &= set.place(i, Place.FREE);
            }
        }
        for (int r = 0; r < limits.rows().size(); r++) {
            Polyhedron.Row row = limits.rows().get(r);
            double value = Vectors.dot(limits.coefficients(r), point);
            if (!set.isEquality(r) && row.upper() - value <= tolerance) {
                set.placeRow(r, Place.UPPER);
                Vectors.addScaled(slope, scale, limits.coefficients(r), slope.length);
            } else if (!set.isEquality(r) && value - row.lower() <= tolerance) {
                set.placeRow(r, Place.LOWER);
                Vectors.addScaled(slope, -scale, limits.coefficients(r), slope.length);
            }
        }
        return regular && follow(slope, 1, 0, _ -> true);
    }

    private boolean follow(double[] slope, double from, double to, Visitor visitor) {
        int most = 100 + 20 * (limits.size() + limits.rows().size());
        double way = Math.signum(to - from);
        double steepest = Vectors.largest(slope);
        double t = from;
        for (int piece = 0; piece < most; piece++) {
            Optional<CriticalSegment> found = set.solve(slope);
            if (found.isEmpty()) {
                return false;
            }
            CriticalEvent next = CriticalEvent.next(set, limits, found.get(), t, way, steepest);
            boolean last = next.distance() >= Math.abs(to - t);
            double end = last ? to : t + way * next.distance();
            boolean more =
                    visitor.visit(new Segment(Math.min(t, end), found.get().point()));
            if (last || !more) {
                return true;
            }
            if (!next.apply(set)) {
                return false;
            }
            t = end;
        }
        return false;
    }

    /** A corner of a polyhedron with one row: all variables but one at a bound. */
    private static final class Vertex {

        private final double[] point;
        private final int free;

        private Vertex(double[] point, int free) {
            this.point = point;
            this.free = free;
        }

        static Optional<Vertex> of(double[][] matrix, Polyhedron limits) {
            if (limits.rows().size() != 1
                    || limits.rows().getFirst().lower()
                            != limits.rows().getFirst().upper()) {
                return Optional.empty();
            }
            double[] coefficients = limits.coefficients(0);
            double[] point = new double[limits.size()];
            double rest = limits.rows().getFirst().upper();
            for (int i = 0; i < point.length; i++) {
                point[i] = limits.lower(i);
                rest -= coefficients[i] * point[i];
                if (!(coefficients[i] > 0) || !Double.isFinite(point[i])) {
                    return Optional.empty();
                }
            }
            int[] order = IntStream.range(0, point.length)
                    .boxed()
                    .sorted((i, j) -> Double.compare(matrix[i][i], matrix[j][j]))
                    .mapToInt(i -> i)
                    .toArray();
            int free = order[0];
            for (int k = 0; k < order.length && rest > 0; k++) {
                free = order[k];
                double most = coefficients[free] * (limits.upper(free) - limits.lower(free));
                point[free] = most <= rest ? limits.upper(free) : point[free] + rest / coefficients[free];
                rest -= Math.min(most, rest);
            }
            return rest == 0 ? Optional.of(new Vertex(point, free)) : Optional.empty();
        }
    }
}
