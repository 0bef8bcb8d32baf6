/**
 * What POMs, sources, classes and files say, as plain facts that the rules can judge.
 *
 * <p><b>Contract.</b> Readers only read. Sources are parsed by the JDK's own compiler, classes by the JDK's own class-file
 * reader and by ArchUnit; nothing is loaded, nothing is run. Facts come in a fixed order.
 */
@NullMarked
package io.mts1b.contracts.facts;

import org.jspecify.annotations.NullMarked;
