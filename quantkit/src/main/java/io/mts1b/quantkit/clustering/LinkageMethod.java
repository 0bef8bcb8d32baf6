package io.mts1b.quantkit.clustering;

/**
 * How far apart two clusters are, given the distances of their members.
 *
 * <p>Each method is a recurrence of G. N. Lance and W. T. Williams, "A General Theory of Classificatory
 * Sorting Strategies", The Computer Journal 9(4), 1967, 373-380: the distance of a third cluster from a
 * merged one follows from its distances from the two parts. All four are reducible, so merging never
 * brings clusters closer together and the heights of the tree do not decrease.
 */
public enum LinkageMethod {

    /** The nearest pair of members. Chains clusters that touch; the choice of López de Prado (2016). */
    SINGLE {
        @Override
        double distance(double fromFirst, double fromSecond, double between, int first, int second, int third) {
            return Math.min(fromFirst, fromSecond);
        }
    },

    /** The farthest pair of members. Gives compact clusters. */
    COMPLETE {
        @Override
        double distance(double fromFirst, double fromSecond, double between, int first, int second, int third) {
            return Math.max(fromFirst, fromSecond);
        }
    },

    /** The mean over all pairs of members (UPGMA). */
    AVERAGE {
        @Override
        double distance(double fromFirst, double fromSecond, double between, int first, int second, int third) {
            return (first * fromFirst + second * fromSecond) / (first + second);
        }
    },

    /**
     * The growth of the within-cluster sum of squares: J. H. Ward, "Hierarchical Grouping to Optimize an
     * Objective Function", Journal of the American Statistical Association 58(301), 1963, 236-244. Exact for
     * Euclidean distances; on others it is a convention. Distances, not their squares, go in and come out.
     */
    WARD {
        @Override
        double distance(double fromFirst, double fromSecond, double between, int first, int second, int third) {
            double all = (double) first + second + third;
            return Math.sqrt((first + third) / all * fromFirst * fromFirst
                    + (second + third) / all * fromSecond * fromSecond
                    - third / all * between * between);
        }
    };

    /**
     * Returns how far a third cluster is from the merger of two.
     *
     * @param fromFirst the distance of the third from the first
     * @param fromSecond the distance of the third from the second
     * @param between the distance of the first from the second
     * @param first the members of the first
     * @param second the members of the second
     * @param third the members of the third
     */
    abstract double distance(double fromFirst, double fromSecond, double between, int first, int second, int third);
}
