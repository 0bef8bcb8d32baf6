/** How {@code logging} drives Logback; nobody else may. */
@NullMarked
package io.mts1b.platform.logging.internal;

import org.jspecify.annotations.NullMarked;
