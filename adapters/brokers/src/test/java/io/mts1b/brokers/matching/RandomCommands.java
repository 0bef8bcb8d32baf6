package io.mts1b.brokers.matching;

import io.mts1b.testkit.ForAll;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Commands as chance wants them, some of them nonsense. */
final class RandomCommands {

    static final int IDS = 80;

    private RandomCommands() {}

    static void one(RandomGenerator random, long spread, long time, OrderBook book) {
        long id = random.nextLong(IDS);
        boolean buys = random.nextBoolean();
        long middle = OrderBook.MAX_PRICE / 2;
        long price = Math.max(1, middle + random.nextLong(-spread, spread + 1) + (buys ? -spread / 3 : spread / 3));
        long quantity = random.nextInt(20) == 0 ? ForAll.anyLong(random) : random.nextLong(1, 30);
        long owner = random.nextLong(4);
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> {
                Instruction instruction = ForAll.oneOf(random, Instruction.values());
                long expires = random.nextInt(3) == 0 ? time + random.nextLong(50) : OrderBook.NEVER;
                book.place(id, owner, buys, price, quantity, instruction, expires);
            }
            case 5, 6 -> book.place(id, owner, buys, price, quantity, Instruction.GTC, OrderBook.NEVER);
            case 7 -> book.market(id, owner, buys, quantity);
            case 8 -> book.cancel(id);
            case 9 -> book.reduce(id, random.nextLong(-1, 20));
            case 10 -> book.replace(id, price, quantity);
            default -> book.advance(time);
        }
    }

    /** One that makes sense, without allocating. */
    static void plain(SplittableRandom random, long time, OrderBook book) {
        long id = random.nextLong(1_000);
        boolean buys = random.nextBoolean();
        long price = 1_000 + random.nextLong(200) + (buys ? -80 : 80);
        long quantity = random.nextLong(1, 30);
        long owner = random.nextLong(4);
        switch (random.nextInt(8)) {
            case 0 -> book.cancel(id);
            case 1 -> book.reduce(id, quantity);
            case 2 -> book.replace(id, price, quantity);
            case 3 -> book.market(id, owner, buys, quantity);
            case 4 -> book.advance(time);
            case 5 -> book.place(id, owner, buys, price, quantity, Instruction.GTC, time + 5_000);
            default -> book.place(id, owner, buys, price, quantity, Instruction.GTC, OrderBook.NEVER);
        }
    }
}
