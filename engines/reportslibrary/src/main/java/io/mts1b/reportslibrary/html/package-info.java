/**
 * Reports as pages.
 *
 * <p><b>Floor 4.</b> Sees {@code run} and the JSON of platform.
 *
 * <p><b>Contract.</b> A page is one file that needs nothing else and asks nobody for anything. What came from a
 * user or a venue is text in it, never markup and never script. Equal results give equal bytes.
 */
@NullMarked
package io.mts1b.reportslibrary.html;

import org.jspecify.annotations.NullMarked;
