package io.mts1b.quantkit.optimization;

import io.mts1b.quantkit.linearalgebra.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One variable {@code u} of a chain, all that is known of it, and its elimination.
 *
 * <p>What it costs is {@code D u^2 / 2 + u c'y} plus squares {@code d (s u + b'y)^2 / 2} that reach into the border
 * {@code y}, plus squares {@code d (u - other + r'y)^2 / 2} that tie it to links before it. Minimised over {@code u},
 * squares that are stiff become stiff differences of squares; these are formed pair by pair,
 * {@code d[k] d[l] / W (s[k] b[l] - s[l] b[k])^2}, so that nothing cancels. What a tied link before it has to say, once
 * eliminated itself, is one more square: {@code p (u - a'y - o)^2 / 2} with {@code 1 / p = 1 / W + 1 / d}, as in a Kalman
 * filter. A link is tied to at most one link after it.
 */
final class ChainLink {

    /** A square that reaches into the border, {@code weight (sign u + vector'y)^2 / 2}. */
    private static final class Square {

        private final double weight;
        private final double sign;
        private final double[] vector;

        Square(double weight, double sign, double[] vector) {
            this.weight = weight;
            this.sign = sign;
            this.vector = vector;
        }
    }

    /** A square that ties to a link before, {@code weight (u - other + vector'y)^2 / 2}. */
    private static final class Tie {

        private final ChainLink other;
        private final double weight;
        private final double[] vector;

        Tie(ChainLink other, double weight, double[] vector) {
            this.other = other;
            this.weight = weight;
            this.vector = vector;
        }

        /** Returns the weight of what the other link has to say. */
        double passed() {
            return 1 / (1 / other.stiffness + 1 / weight);
        }

        Square toSquare() {
            double[] told = vector.clone();
            Vectors.addScaled(told, -1, other.answer, told.length);
            return new Square(passed(), 1, told);
        }
    }

    private final List<Square> squares = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private final double[] coupling;
    private double diagonal;
    private double beside;

    /** The weight {@code W} of the square that is left, {@code W (u - answer'y - offset)^2 / 2}. */
    private double stiffness;

    private double[] answer;
    private double offset;

    /** The part of that weight that does not come from ties, and how the border feels an offset but for ties. */
    private double firm;

    private double[] pull;

    /** The value of the variable in a solution, and the entry of a product. */
    private double value;

    private double product;

    ChainLink(int border) {
        coupling = new double[border];
        answer = new double[border];
        pull = new double[border];
    }

    void clear() {
        squares.clear();
        ties.clear();
        diagonal = 0;
        beside = 0;
        Arrays.fill(coupling, 0);
    }

    void addDiagonal(double value) {
        diagonal += value;
    }

    /** Adds to the product of this link and the one just before. */
    void addBeside(double value) {
        beside += value;
    }

    void addCoupling(int border, double value) {
        coupling[border] += value;
    }

    void addSquare(double weight, double sign, double[] vector) {
        squares.add(new Square(weight, sign, vector));
    }

    /** Ties the link to one before by {@code weight (u - other + vector'y)^2 / 2}. */
    void tie(ChainLink other, double weight, double[] vector) {
        ties.add(new Tie(other, weight, vector));
    }

    /** Eliminates this link, given the one just before, and adds what is left to the border. */
    void eliminate(ChainLink previous, BorderSums border) {
        double own = diagonal;
        pull = coupling.clone();
        if (beside != 0) {
            own -= beside * beside / previous.stiffness;
            Vectors.addScaled(pull, beside, previous.answer, pull.length);
        }
        List<Square> all = new ArrayList<>(squares);
        ties.forEach(tie -> all.add(tie.toSquare()));
        stiffness = own;
        answer = new double[pull.length];
        for (Square square : all) {
            stiffness += square.weight * square.sign * square.sign;
            Vectors.addScaled(answer, -square.weight * square.sign, square.vector, answer.length);
        }
        addPairs(all, own, border);
        addPull(!all.isEmpty(), border);
        Vectors.addScaled(answer, -1, pull, answer.length);
        for (int j = 0; j < answer.length; j++) {
            answer[j] /= stiffness;
        }
        firm = own;
        for (Square square : squares) {
            firm += square.weight * square.sign * square.sign;
            Vectors.addScaled(pull, square.weight * square.sign, square.vector, pull.length);
        }
    }

    private void addPairs(List<Square> all, double own, BorderSums border) {
        for (int k = 0; k < all.size(); k++) {
            Square one = all.get(k);
            border.add(own * one.weight / stiffness, one.vector);
            for (int l = 0; l < k; l++) {
                Square other = all.get(l);
                double[] apart = new double[one.vector.length];
                Vectors.addScaled(apart, other.sign, one.vector, apart.length);
                Vectors.addScaled(apart, -one.sign, other.vector, apart.length);
                border.add(one.weight * other.weight / stiffness, apart);
            }
        }
    }

    /** Adds what the coupling does: {@code (h c' + c h' - c c') / W} with {@code h} the sum of what squares ask for. */
    private void addPull(boolean anySquare, BorderSums border) {
        if (Vectors.largest(pull) == 0) {
            return;
        }
        border.add(-1 / stiffness, pull.clone());
        if (anySquare) {
            double[] plus = pull.clone();
            double[] minus = pull.clone();
            Vectors.addScaled(plus, 1 / stiffness, answer, plus.length);
            Vectors.addScaled(minus, -1 / stiffness, answer, minus.length);
            border.add(0.5, plus);
            border.add(-0.5, minus);
        }
    }

    /** Takes the right-hand side of this link, and passes on what it does to the border. */
    void forward(double right, ChainLink previous, double[] border) {
        double given = right - (beside == 0 ? 0 : beside * previous.offset);
        double sum = given;
        for (Tie tie : ties) {
            sum += tie.passed() * tie.other.offset;
        }
        offset = sum / stiffness;
        Vectors.addScaled(border, -offset, pull, border.length);
        for (Tie tie : ties) {
            // A stiff tie leaves two offsets almost equal: their difference is formed before it is multiplied.
            double apart = given - firm * tie.other.offset;
            for (Tie second : ties) {
                apart += second.passed() * (second.other.offset - tie.other.offset);
            }
            double force = -tie.passed() * apart / stiffness;
            Vectors.addScaled(border, force, tie.vector, border.length);
            Vectors.addScaled(border, -force, tie.other.answer, border.length);
        }
    }

    /** Finds the value of this link, given the border and the links after it, and tells the links it is tied to. */
    void backward(double[] border, ChainLink next) {
        value += Vectors.dot(answer, border) + offset;
        if (next.beside != 0) {
            value -= next.beside * next.value / stiffness;
        }
        for (Tie tie : ties) {
            ChainLink other = tie.other;
            // The other link lies between what it wants alone and what this one asks, by weight.
            double alone = Vectors.dot(other.answer, border) + other.offset;
            double asked = value + Vectors.dot(tie.vector, border);
            other.value = tie.weight / (other.stiffness + tie.weight) * (asked - alone);
        }
    }

    double value() {
        return value;
    }

    /** Sets the value that is multiplied, or zero before it is solved for. */
    void start(double value) {
        this.value = value;
        product = 0;
    }

    double product() {
        return product;
    }

    /** Multiplies the matrix as it was before elimination by the values of the links and the border. */
    void multiply(ChainLink previous, double[] border, double[] ofBorder) {
        product += diagonal * value + Vectors.dot(coupling, border);
        Vectors.addScaled(ofBorder, value, coupling, ofBorder.length);
        for (Square square : squares) {
            double force = square.weight * (square.sign * value + Vectors.dot(square.vector, border));
            product += square.sign * force;
            Vectors.addScaled(ofBorder, force, square.vector, ofBorder.length);
        }
        if (beside != 0) {
            product += beside * previous.value;
            previous.product += beside * value;
        }
        for (Tie tie : ties) {
            double force = tie.weight * (value - tie.other.value + Vectors.dot(tie.vector, border));
            product += force;
            tie.other.product -= force;
            Vectors.addScaled(ofBorder, force, tie.vector, ofBorder.length);
        }
    }
}
