/**
 * The one log: an append-only, hash-chained sequence of records in a directory of its own.
 *
 * <p><b>Floor 1.</b> Sees the JDK alone. A record is bytes; what they mean is the caller's business.
 *
 * <p><b>Contract.</b> What {@link io.mts1b.platform.journal.Journal#append} has returned for is there after
 * any crash that its {@link io.mts1b.platform.journal.DurabilityPolicy} covers. What was not acknowledged
 * may be there or not, but never a part of it, and never a hole before something that is there. Nothing is
 * repaired silently: the tail of an interrupted write is dropped and reported, everything else that is wrong
 * is refused and named.
 *
 * <h2>The files</h2>
 *
 * <p>A segment {@code <first sequence>.journal} starts with a header of 64 bytes: the magic
 * {@code MTSJRNL1}, the format version, the sequence number of its first record, the hash that the chain had
 * before it, a CRC-32C of these, and the letter Z. Then come frames of 12 bytes and a body, all numbers little-endian:
 *
 * <pre>
 * length and kind   4   kind in the upper four bits: 1 record, 2 seal
 * header check      4   CRC-32C of the 4 bytes above and the record's sequence number
 * body check        4   the same CRC-32C continued over the body
 * body              n
 * </pre>
 *
 * <p>The header has a check of its own, so that a length that leads beyond the end of the file tells a torn
 * write from a damaged one. The sequence number is not stored but checked: a frame that was moved does not
 * pass.
 *
 * <h2>What may go</h2>
 *
 * <p>Snapshots are files beside the segments. Whole segments that both kept snapshots hold may be
 * {@linkplain io.mts1b.platform.journal.Journal#dropBefore dropped}; the log then begins with a later segment,
 * and its chain with the hash in the header of that. Segments that are gone and in no snapshot are a
 * corruption.
 *
 * <h2>The chain</h2>
 *
 * <p>Records are committed in batches. A batch ends with a seal, whose body is
 * {@code SHA-256(hash of the previous seal, frames of the batch)} and the letter Z, so that no write ends in
 * a zero. A batch without its seal was never acknowledged.
 *
 * <p>One hash for each batch and not for each record is a trade. A record cannot be proven alone, only
 * within its batch of at most a megabyte. But hashing costs one pass over the bytes on the committing
 * thread, at the speed of the processor's SHA instructions; a hash for each record of 128 bytes would cost
 * three blocks and a call each, and on a processor without such instructions more time than all the rest.
 * Under {@code EVERY} a batch is one record, and there the sync costs a thousand times as much anyway.
 */
@NullMarked
package io.mts1b.platform.journal;

import org.jspecify.annotations.NullMarked;
