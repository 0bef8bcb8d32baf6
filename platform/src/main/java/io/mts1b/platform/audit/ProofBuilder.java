package io.mts1b.platform.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds the proof of one entry while all entries pass by once: each branch beside its way to the root is a
 * range of entries, and a tree of its own.
 */
final class ProofBuilder {

    private final long sequence;
    private final long size;
    private final List<Branch> branches = new ArrayList<>();

    /** The entries with places in a range, counted from 0. */
    private record Branch(long from, long to, MerkleTree tree) {}

    ProofBuilder(long sequence, long size) {
        this.sequence = sequence;
        this.size = size;
        split(sequence - 1, 0, size);
    }

    /** Collects the branches beside a place in a range, the lowest first. */
    private void split(long place, long from, long to) {
        if (to - from <= 1) {
            return;
        }
        long half = from + Long.highestOneBit(to - from - 1);
        if (place < half) {
            split(place, from, half);
            branches.add(new Branch(half, to, new MerkleTree()));
        } else {
            split(place, half, to);
            branches.add(new Branch(from, half, new MerkleTree()));
        }
    }

    void add(AuditEntry entry) {
        long place = entry.sequence() - 1;
        for (Branch branch : branches) {
            if (place >= branch.from && place < branch.to) {
                branch.tree.add(entry.leaf());
                return;
            }
        }
    }

    InclusionProof proof() {
        return new InclusionProof(
                sequence,
                size,
                branches.stream().map(branch -> branch.tree.head().root()).toList());
    }
}
