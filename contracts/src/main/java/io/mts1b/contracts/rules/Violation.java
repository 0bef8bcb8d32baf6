package io.mts1b.contracts.rules;

/**
 * One breach of one rule, said so that whoever reads it knows what to do.
 *
 * @param rule the rule
 * @param message what is wrong
 * @param here where it is
 * @param there the other place: where the first one lives, or where it would be right
 * @param remedy what to do
 */
public record Violation(String rule, String message, String here, String there, String remedy) {

    @Override
    public String toString() {
        return "[" + rule + "] " + message + "\n  here   " + here + "\n  there  " + there + "\n  to do  " + remedy;
    }
}
