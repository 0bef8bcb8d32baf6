/**
 * Which assets are alike: distances, trees of clusters, and the order of their leaves.
 *
 * <p><b>Contract.</b> Deterministic; how ties are broken stands where it is done.
 */
@NullMarked
package io.mts1b.quantkit.clustering;

import org.jspecify.annotations.NullMarked;
