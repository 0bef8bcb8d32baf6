package io.mts1b.contracts.facts;

/**
 * One module of a build.
 *
 * @param folder where it lies, from the root, with forward slashes
 * @param pom its POM
 * @param sources what its main sources say
 * @param classes what its main classes say
 */
public record Module(String folder, Pom pom, Code sources, Code classes) {}
