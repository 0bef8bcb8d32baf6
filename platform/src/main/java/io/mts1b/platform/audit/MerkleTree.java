package io.mts1b.platform.audit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The tree over a growing sequence, of which only the roots of its whole parts are kept: one for each bit of
 * the size that is set. Confined to one thread.
 */
final class MerkleTree {

    private static final int HASH = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** The root of the tree of nothing. */
    private static final byte[] EMPTY = sha256().digest();

    private long size;
    private final List<byte[]> parts = new ArrayList<>();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    static byte[] leaf(byte[] entry) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    static byte[] hash(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    void add(byte[] leaf) {
        byte[] part = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
            part = node(parts.removeLast(), part);
        }
        parts.add(part);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (size == 0) {
            return EMPTY.clone();
        }
        byte[] root = parts.getLast();
        for (int i = parts.size() - 2; i >= 0; i--) {
            root = node(parts.get(i), root);
        }
        return root;
    }

    TreeHead head() {
        return new TreeHead(size, hex(root()));
    }

    /** Returns the tree as bytes, for {@link #decode}. */
    byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(Long.BYTES + parts.size() * HASH).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(size);
        parts.forEach(out::put);
        return out.array();
    }

    static MerkleTree decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        MerkleTree tree = new MerkleTree();
        tree.size = in.getLong();
        for (int at = Long.BYTES; at < bytes.length; at += HASH) {
            tree.parts.add(Arrays.copyOfRange(bytes, at, at + HASH));
        }
        return tree;
    }
}
