package io.mts1b.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.platform.clock.ManualClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InclusionProofTest {

    private static final int ENTRIES = 33;

    @TempDir
    private Path temp;

    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<TreeHead> heads = new ArrayList<>();

    private AuditReader write() {
        try (AuditTrail trail = AuditTrail.open(temp.resolve("trail"), new ManualClock(Instant.EPOCH))) {
            for (int i = 0; i < ENTRIES; i++) {
                entries.add(trail.append(new ActorId("alice"), "do", "it", i));
                heads.add(trail.head());
            }
        }
        return AuditReader.open(temp.resolve("trail"));
    }

    /** The tree as RFC 6962 defines it, by recursion. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.node(root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    @Test
    void every_entry_is_proven_in_every_head_after_it_and_nothing_else_is() {
        AuditReader reader = write();
        for (int size = 1; size <= ENTRIES; size++) {
            TreeHead head = heads.get(size - 1);
            assertThat(head.root())
                    .isEqualTo(MerkleTree.hex(root(entries.subList(0, size).stream()
                            .map(AuditEntry::leaf)
                            .toList())));
            for (int sequence = 1; sequence <= size; sequence += 1 + size / 8) {
                InclusionProof proof = reader.prove(sequence, size);
                AuditEntry entry = entries.get(sequence - 1);

                assertThat(proof.proves(entry, head)).isTrue();
                assertThat(proof.path().size()).isLessThanOrEqualTo(6);
                assertRefuted(proof, entry, head);
            }
        }
    }

    private void assertRefuted(InclusionProof proof, AuditEntry entry, TreeHead head) {
        AuditEntry changed = new AuditEntry(
                entry.sequence(), entry.at(), entry.actor(), entry.action(), "other", entry.data(), entry.previous());
        assertThat(proof.proves(changed, head)).isFalse();
        for (TreeHead other : heads) {
            assertThat(proof.proves(entry, other)).isEqualTo(other.equals(head));
        }
        for (int i = 0; i < proof.path().size(); i++) {
            List<String> path = new ArrayList<>(proof.path());
            path.set(i, MerkleTree.hex(MerkleTree.leaf(new byte[] {1})));
            assertThat(new InclusionProof(proof.sequence(), proof.size(), path).proves(entry, head))
                    .isFalse();
            List<String> shorter = new ArrayList<>(proof.path());
            shorter.remove(i);
            assertThat(new InclusionProof(proof.sequence(), proof.size(), shorter).proves(entry, head))
                    .isFalse();
        }
        List<String> longer = new ArrayList<>(proof.path());
        longer.add(head.root());
        assertThat(new InclusionProof(proof.sequence(), proof.size(), longer).proves(entry, head))
                .isFalse();
    }

    @Test
    void what_is_not_there_cannot_be_proven() {
        AuditReader reader = write();

        assertThatThrownBy(() -> reader.prove(1, ENTRIES + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("size must be at most " + ENTRIES + ", was " + (ENTRIES + 1));
        assertThatThrownBy(() -> reader.prove(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InclusionProof(1, 1, List.of("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    /** The tree of nothing and of one empty leaf, known from Certificate Transparency. */
    @Test
    void known_hashes() {
        MerkleTree tree = new MerkleTree();
        assertThat(tree.head().root()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        tree.add(MerkleTree.leaf(new byte[0]));
        assertThat(tree.head().root()).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        tree.add(MerkleTree.leaf(HexFormat.of().parseHex("00")));
        assertThat(tree.head().root()).isEqualTo("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(MerkleTree.decode(tree.encode()).head()).isEqualTo(tree.head());
    }
}
