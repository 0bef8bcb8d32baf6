/**
 * What may stand where: the house as values, and the strict reader of the files that say it.
 *
 * <p><b>Contract.</b> Immutable. A file with an unknown key, a name twice, a name that nothing bears or a
 * circle is refused with the file, the line and the path of the key.
 */
@NullMarked
package io.mts1b.contracts.house;

import org.jspecify.annotations.NullMarked;
