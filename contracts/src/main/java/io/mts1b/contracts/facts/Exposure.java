package io.mts1b.contracts.facts;

/**
 * A type that stands in a signature others can see.
 *
 * @param type the binary name of the type that declares the signature
 * @param place where
 * @param exposed the binary name of the type in it
 */
public record Exposure(String type, Place place, String exposed) {}
