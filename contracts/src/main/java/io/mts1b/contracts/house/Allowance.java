package io.mts1b.contracts.house;

/**
 * Some code that may do what a rule refuses elsewhere.
 *
 * @param type which types
 * @param reason why
 */
public record Allowance(TypePattern type, String reason) {}
