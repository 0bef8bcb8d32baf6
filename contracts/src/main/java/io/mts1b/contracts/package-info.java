/**
 * The contracts of the house as checks: on POMs, sources, classes and files, for this reactor and for
 * anybody's.
 */
@NullMarked
package io.mts1b.contracts;

import org.jspecify.annotations.NullMarked;
