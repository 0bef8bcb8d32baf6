/**
 * What several users of files need: the right to a folder.
 *
 * <p><b>Floor 1.</b> Sees nothing.
 *
 * <p><b>Contract.</b> What a process holds ends with it, however it ends.
 */
@NullMarked
package io.mts1b.platform.files;

import org.jspecify.annotations.NullMarked;
