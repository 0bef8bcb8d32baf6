/**
 * What the tests of every artifact share: seeded cases and the data that lies beside the project.
 *
 * <p>Beside the floors, never published, in test scope only, but for the benchmarks, which find their data with it.
 */
@NullMarked
package io.mts1b.testkit;

import org.jspecify.annotations.NullMarked;
