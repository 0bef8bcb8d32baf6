/**
 * How an artifact offers its commands to the launcher, which knows no artifact by name.
 *
 * <p><b>Floor 1.</b> Sees platform's other packages. Commands are written with picocli; no type of it is
 * in a signature here.
 *
 * <p><b>Contract.</b> Everything a person can do is {@code mts <artifact> <command>}: a table for people,
 * JSON with {@code --json}, and one of the three {@link io.mts1b.platform.service.ExitCode exit codes}.
 */
@NullMarked
package io.mts1b.platform.service;

import org.jspecify.annotations.NullMarked;
