-- Funds have cash in several currencies, and are paid for what they hold. What stands is thrown away and made again from the
-- log.

TRUNCATE events, funds, orders, fills, positions, target_sets, targets;
UPDATE projection
SET position = 0,
    log_hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

ALTER TABLE funds DROP COLUMN cash;
COMMENT ON TABLE funds IS 'Funds';

CREATE TABLE balances (
    fund TEXT COLLATE "C" NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    cash NUMERIC NOT NULL,
    PRIMARY KEY (fund, currency)
);
COMMENT ON TABLE balances IS 'The cash of funds, currency by currency; negative if borrowed';

ALTER TABLE positions ADD COLUMN income NUMERIC NOT NULL;
COMMENT ON TABLE positions IS
    'What funds hold and held: quantity is negative while short, and zero once it was sold; fees and income in its currency';
