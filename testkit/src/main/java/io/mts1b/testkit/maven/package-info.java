/**
 * Real Maven builds of small projects, from within a test.
 *
 * <p>Beside the floors, never published, in test scope only. The parent POM gives failsafe the properties these types
 * read, so a module declares the failsafe plugin by name and has what it needs.
 */
@NullMarked
package io.mts1b.testkit.maven;

import org.jspecify.annotations.NullMarked;
