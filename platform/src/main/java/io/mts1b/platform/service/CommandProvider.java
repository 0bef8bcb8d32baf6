package io.mts1b.platform.service;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * The commands of one artifact, found by {@link java.util.ServiceLoader}: {@code mts <artifact> <command>}.
 *
 * <p>An implementation is public, has a constructor without arguments that does nothing, and stands in
 * {@code META-INF/services/io.mts1b.platform.service.CommandProvider}.
 */
public interface CommandProvider {

    /**
     * Returns whose commands these are.
     *
     * @return the name of an artifact, such as {@code "platform"}
     */
    String artifact();

    /**
     * Returns what they are about.
     *
     * @return a sentence for {@code mts help}
     */
    String description();

    /**
     * Makes the commands.
     *
     * @param console where they read and write
     * @return objects annotated with picocli's {@code @Command}, whose {@code call} returns an
     *     {@link ExitCode}; in the order they are listed by {@code help}
     */
    List<Callable<Integer>> commands(Console console);
}
