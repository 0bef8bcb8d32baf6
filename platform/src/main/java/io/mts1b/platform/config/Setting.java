package io.mts1b.platform.config;

/**
 * One key of a configuration, as it is shown to people.
 *
 * @param key the full key
 * @param value its value as text, without secrets; empty if it is not set
 * @param source where the value is from: {@code default}, a file and line, a variable, an argument
 */
public record Setting(String key, String value, String source) {}
