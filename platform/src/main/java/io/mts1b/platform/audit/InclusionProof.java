package io.mts1b.platform.audit;

import io.mts1b.foundation.Require;
import java.util.List;

/**
 * That an entry is one of those a head was taken of. It holds the hashes of the branches beside the way from
 * the entry to the root, and nothing of any other entry.
 *
 * @param sequence where the entry stands, from 1
 * @param size how many entries the tree has
 * @param path the hashes of the branches, from the entry's neighbour to the root's
 */
public record InclusionProof(long sequence, long size, List<String> path) {

    /** Validates, and copies. */
    public InclusionProof {
        Require.that(sequence >= 1 && sequence <= size, "sequence must be in [1, " + size + "], was " + sequence);
        path = List.copyOf(path);
        for (String hash : path) {
            Require.that(
                    hash.matches("[0-9a-f]{64}"), "path must be of 64 hexadecimal digits each, was '" + hash + "'");
        }
    }

    /**
     * Checks the proof, with no trail at hand. RFC 9162, section 2.1.3.2.
     *
     * @param entry the entry
     * @param head the head that one trusts
     * @return whether the entry was in the trail that the head was taken of
     */
    public boolean proves(AuditEntry entry, TreeHead head) {
        if (entry.sequence() != sequence || head.size() != size) {
            return false;
        }
        long at = sequence - 1;
        long last = size - 1;
        byte[] hash = entry.leaf();
        for (String beside : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = MerkleTree.node(MerkleTree.hash(beside), hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleTree.node(hash, MerkleTree.hash(beside));
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && MerkleTree.hex(hash).equals(head.root());
    }
}
