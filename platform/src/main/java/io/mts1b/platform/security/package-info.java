/**
 * The one home of secret redaction, and of everything else that keeps or proves a secret.
 *
 * <p><b>Floor 1.</b> Sees foundation. The hashes are the JDK's, Ed25519 and Argon2id are Bouncy Castle's, JSON web
 * tokens are jose4j's, configured patterns run on RE2/J; no type of theirs is in a signature.
 *
 * <p><b>Contract.</b> A {@link io.mts1b.platform.security.Secret} prints nothing of itself. Whatever leaves the
 * process for eyes that it was not meant for has gone through {@link io.mts1b.platform.security.Redaction}, which takes
 * a time linear in the text. What proves something is compared in constant time. No message of an exception
 * holds key material.
 */
@NullMarked
package io.mts1b.platform.security;

import org.jspecify.annotations.NullMarked;
