/** What other libraries answer beside what this one does: golden by golden, as tests and as a page. */
@NullMarked
package io.mts1b.quantkit.parity;

import org.jspecify.annotations.NullMarked;
