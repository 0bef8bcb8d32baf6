/**
 * Who did what to what: an audit trail that cannot be changed without being caught.
 *
 * <p><b>Floor 1.</b> Sees foundation's identities, {@code json} and {@code journal}.
 *
 * <p><b>Contract.</b> What {@link io.mts1b.platform.audit.AuditTrail#append} has returned for survives a power
 * cut. Every entry holds the hash of the one before it, so an entry that was changed no longer fits its
 * follower, and {@link io.mts1b.platform.audit.AuditReader#verify} names it.
 *
 * <p>Whoever can rewrite the end of a trail can rewrite the hashes in it too. Against that there is the
 * {@link io.mts1b.platform.audit.TreeHead}: one hash over all entries, to be kept where they cannot reach it.
 * No trail but the one it was taken of, and what that has grown to, agrees with it; and that an entry was in
 * it can be {@linkplain io.mts1b.platform.audit.InclusionProof proven} without showing any other.
 *
 * <p>The tree is that of B. Laurie, A. Langley, E. Kasper, "Certificate Transparency", RFC 6962, 2013,
 * section 2.1, with SHA-256: the hash of an entry is that of a zero byte and its JSON, and the hash of a node
 * that of a one byte and the hashes of its two branches, of which the left has as many entries as the largest
 * power of two that leaves some for the right.
 */
@NullMarked
package io.mts1b.platform.audit;

import org.jspecify.annotations.NullMarked;
