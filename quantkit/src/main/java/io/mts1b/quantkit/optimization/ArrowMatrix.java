package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.LdlFactorization;
import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.Arrays;

/**
 * A symmetric quasi-definite matrix in the shape of an arrow: a long chain, a dense border, and what couples the two. The
 * chain is eliminated first, link by link, in {@code O(chain border^2)}; what is left is dense.
 *
 * <p>Indices count the chain first and the border after it. Mutable; confined to one thread.
 */
final class ArrowMatrix {

    /** Pivots of the dense part are kept from zero by this; iterative refinement takes the error out. */
    private static final double FLOOR = 1e-30;

    /** What the diagonal is enlarged by, as a part of itself, so that no pivot is lost to rounding. */
    private static final double RIDGE = 1e-13;

    private static final int REFINEMENTS = 5;

    private final ChainLink[] chain;
    private final double[][] border;
    private final int positive;
    private final ChainLink none;

    private LdlFactorization dense = LdlFactorization.ofQuasiDefinite(new double[0][], 0, FLOOR);

    /**
     * Makes a matrix of zeros.
     *
     * @param chain the length of the chain
     * @param border the size of the border
     * @param positive how many leading entries of the border are positive definite; the others are negative
     */
    ArrowMatrix(int chain, int border, int positive) {
        this.chain = new ChainLink[chain];
        Arrays.setAll(this.chain, _ -> new ChainLink(border));
        this.border = new double[border][];
        Arrays.setAll(this.border, i -> new double[i + 1]);
        this.positive = positive;
        none = new ChainLink(border);
    }

    int chain() {
        return chain.length;
    }

    int size() {
        return chain.length + border.length;
    }

    void clear() {
        for (ChainLink link : chain) {
            link.clear();
        }
        for (double[] row : border) {
            Arrays.fill(row, 0);
        }
    }

    /** Adds to one entry, and to its mirror image. */
    void add(int row, int column, double value) {
        int high = Math.max(row, column);
        int low = Math.min(row, column);
        if (low >= chain.length) {
            border[high - chain.length][low - chain.length] += value;
        } else if (high >= chain.length) {
            chain[low].addCoupling(high - chain.length, value);
        } else if (high == low) {
            chain[high].addDiagonal(value);
        } else if (high == low + 1) {
            chain[high].addBeside(value);
        } else {
            throw new IllegalArgumentException("entries of the chain must be neighbours, were " + low + " and " + high);
        }
    }

    /** Adds {@code weight a a'} with {@code a} the sign of one link and a vector over the whole border. */
    void addSquare(int link, double weight, double sign, double[] vector) {
        chain[link].addSquare(weight, sign, vector);
    }

    /** Adds {@code weight a a'} with {@code a} one at a link, minus one at a link before, and a vector over the border. */
    void tie(int link, int before, double weight, double[] vector) {
        chain[link].tie(chain[before], weight, vector);
    }

    /**
     * Adds {@code sum over t of scales[t] rows[t] rows[t]'} to the border.
     *
     * @param from the index of the first entry
     * @param rows rows of one length, a multiple of eight of them
     * @param scales one scale per row
     */
    void addProducts(int from, double[][] rows, double[] scales) {
        BorderSums.addProducts(border, from - chain.length, rows, scales);
    }

    /** Adds a multiple of a symmetric matrix over a range of the border. */
    void addForm(int from, double[][] matrix, double scale) {
        int at = from - chain.length;
        for (int i = 0; i < matrix.length; i++) {
            double[] row = border[at + i];
            for (int j = 0; j <= i; j++) {
                row[at + j] += scale * matrix[i][j];
            }
        }
    }

    /** Factors the matrix as it stands. */
    void factor() {
        double[][] rest = new double[border.length][];
        Arrays.setAll(rest, i -> border[i].clone());
        BorderSums sums = new BorderSums(rest);
        for (int i = 0; i < chain.length; i++) {
            chain[i].eliminate(before(i), sums);
        }
        sums.flush();
        for (int i = 0; i < rest.length; i++) {
            rest[i][i] += (i < positive ? RIDGE : -RIDGE) * Math.abs(rest[i][i]);
        }
        dense = LdlFactorization.ofQuasiDefinite(rest, positive, FLOOR);
    }

    /** Solves with the last factorization, and refines the solution on the matrix itself. */
    double[] solve(double[] right) {
        double[] solution = backsolve(right);
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; k < REFINEMENTS; k++) {
            double[] residual = multiply(solution);
            for (int i = 0; i < residual.length; i++) {
                residual[i] = right[i] - residual[i];
            }
            double size = Vectors.largest(residual);
            if (size == 0 || !(size < last / 2)) {
                break;
            }
            last = size;
            Vectors.addScaled(solution, 1, backsolve(residual), residual.length);
        }
        return solution;
    }

    private double[] backsolve(double[] right) {
        double[] x = new double[right.length];
        double[] low = Arrays.copyOfRange(right, chain.length, right.length);
        for (int i = 0; i < chain.length; i++) {
            chain[i].start(0);
            chain[i].forward(right[i], before(i), low);
        }
        dense.solve(low);
        System.arraycopy(low, 0, x, chain.length, low.length);
        for (int i = chain.length - 1; i >= 0; i--) {
            chain[i].backward(low, i == chain.length - 1 ? none : chain[i + 1]);
            x[i] = chain[i].value();
        }
        return x;
    }

    private double[] multiply(double[] x) {
        double[] product = new double[x.length];
        double[] low = Arrays.copyOfRange(x, chain.length, x.length);
        double[] lower = new double[low.length];
        for (int i = 0; i < chain.length; i++) {
            chain[i].start(x[i]);
        }
        for (int i = 0; i < chain.length; i++) {
            chain[i].multiply(before(i), low, lower);
        }
        for (int i = 0; i < border.length; i++) {
            lower[i] += Vectors.dot(border[i], low, i + 1);
            Vectors.addScaled(lower, low[i], border[i], i);
        }
        Arrays.setAll(product, i -> i < chain.length ? chain[i].product() : lower[i - chain.length]);
        return product;
    }

    private ChainLink before(int link) {
        return link == 0 ? none : chain[link - 1];
    }
}
