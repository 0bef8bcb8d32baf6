-- What people and other programs look at. All of it follows from the log, and can be thrown away and made again.
-- Times are in microseconds, cut from the nanoseconds of the log, which the column record of events still has.

CREATE TABLE projection (
    one BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (one),
    position BIGINT NOT NULL CHECK (position >= 0),
    log_hash TEXT NOT NULL
);
COMMENT ON TABLE projection IS 'How many events of the log the other tables hold, and the hash of those events';
INSERT INTO projection (position, log_hash)
VALUES (0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');

CREATE TABLE events (
    sequence BIGINT PRIMARY KEY,
    at TIMESTAMPTZ,
    kind TEXT COLLATE "C" NOT NULL,
    fund TEXT COLLATE "C",
    order_id TEXT COLLATE "C",
    order_status TEXT COLLATE "C",
    record JSON NOT NULL
);
COMMENT ON TABLE events IS 'The log, one row an event; the record is the event as JSON';
CREATE INDEX events_by_order ON events (order_id, sequence) WHERE order_id IS NOT NULL;

CREATE TABLE funds (
    fund TEXT COLLATE "C" PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    base_currency TEXT COLLATE "C" NOT NULL,
    cash NUMERIC NOT NULL
);
COMMENT ON TABLE funds IS 'Funds with their cash, which is negative if borrowed';

CREATE TABLE orders (
    order_id TEXT COLLATE "C" PRIMARY KEY,
    idempotency_key TEXT COLLATE "C" NOT NULL,
    fund TEXT COLLATE "C" NOT NULL,
    strategy TEXT COLLATE "C" NOT NULL,
    broker TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    instrument TEXT COLLATE "C" NOT NULL,
    side TEXT COLLATE "C" NOT NULL CHECK (side IN ('buy', 'sell', 'short', 'cover')),
    order_type TEXT COLLATE "C" NOT NULL,
    limit_price NUMERIC,
    stop_price NUMERIC,
    time_in_force TEXT COLLATE "C" NOT NULL,
    quantity NUMERIC NOT NULL CHECK (quantity > 0),
    ordered NUMERIC NOT NULL CHECK (ordered > 0),
    requested NUMERIC CHECK (requested > 0),
    filled NUMERIC NOT NULL CHECK (filled >= 0),
    turnover NUMERIC NOT NULL,
    average_price NUMERIC,
    status TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C",
    venue_order_id TEXT COLLATE "C",
    parent_order_id TEXT COLLATE "C",
    targets_sequence BIGINT,
    thesis TEXT COLLATE "C" NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    changed_sequence BIGINT NOT NULL
);
COMMENT ON TABLE orders IS 'Orders as they stand: quantity is what was wished for at first, ordered what is wanted now';
CREATE INDEX orders_by_fund ON orders (fund, created_at);
CREATE INDEX orders_by_targets ON orders (targets_sequence) WHERE targets_sequence IS NOT NULL;

CREATE TABLE fills (
    order_id TEXT COLLATE "C" NOT NULL,
    fill_id TEXT COLLATE "C" NOT NULL,
    fund TEXT COLLATE "C" NOT NULL,
    strategy TEXT COLLATE "C" NOT NULL,
    broker TEXT COLLATE "C" NOT NULL,
    instrument TEXT COLLATE "C" NOT NULL,
    side TEXT COLLATE "C" NOT NULL CHECK (side IN ('buy', 'sell', 'short', 'cover')),
    quantity NUMERIC NOT NULL CHECK (quantity > 0),
    price NUMERIC NOT NULL,
    fee NUMERIC NOT NULL,
    fee_currency TEXT COLLATE "C" NOT NULL,
    liquidity TEXT COLLATE "C" NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    busted_at TIMESTAMPTZ,
    PRIMARY KEY (order_id, fill_id)
);
COMMENT ON TABLE fills IS 'Fills; one that the venue took back keeps its row, with the time of that';
CREATE INDEX fills_by_fund ON fills (fund, at);

CREATE TABLE positions (
    fund TEXT COLLATE "C" NOT NULL,
    instrument TEXT COLLATE "C" NOT NULL,
    quantity NUMERIC NOT NULL,
    average_price NUMERIC,
    lots BIGINT NOT NULL,
    realized_pnl NUMERIC NOT NULL,
    fees NUMERIC NOT NULL,
    currency TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (fund, instrument)
);
COMMENT ON TABLE positions IS 'What funds hold and held: quantity is negative while short, and zero once it was sold';

CREATE TABLE target_sets (
    sequence BIGINT PRIMARY KEY,
    fund TEXT COLLATE "C" NOT NULL,
    strategy TEXT COLLATE "C" NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE target_sets IS 'What strategies wanted funds to hold; the sequence is that of the event';

CREATE TABLE targets (
    sequence BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    instrument TEXT COLLATE "C" NOT NULL,
    weight DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (sequence, ordinal)
);
COMMENT ON TABLE targets IS 'The weights of a set of targets, as fractions of net asset value, negative for short';

-- The execution tables of the market platform, by its names and with its columns. They are views, so they cannot differ
-- from the tables above. Accounts are funds, assets are instruments, an order manager is a set of targets and the orders
-- that its strategy made while it was in force. Numbers are exact where the platform has floating point. An order may
-- have several events within a microsecond, so event_sequence tells them apart. Identities are made from names.

CREATE VIEW ms_markets__ordermanager AS
SELECT md5('order_manager/' || s.fund || '/' || s.strategy || '/' || s.sequence)::UUID AS uid,
       s.fund || '/' || s.strategy || '/' || s.sequence AS unique_identifier,
       md5('account/' || s.fund)::UUID AS target_account_uid,
       s.at AS target_time,
       o.order_received_time,
       o.execution_end,
       CASE WHEN o.orders IS NULL THEN 'no orders' WHEN o.execution_end IS NULL THEN 'executing' ELSE 'done' END AS status,
       json_build_object('strategy', s.strategy, 'orders', coalesce(o.orders, 0)) AS metadata_json
FROM target_sets s
LEFT JOIN (
    SELECT targets_sequence,
           count(*) AS orders,
           min(created_at) AS order_received_time,
           CASE WHEN bool_and(status IN ('denied', 'rejected', 'filled', 'canceled', 'expired')) THEN max(changed_at) END
               AS execution_end
    FROM orders
    WHERE targets_sequence IS NOT NULL
    GROUP BY targets_sequence
) o ON o.targets_sequence = s.sequence;

CREATE VIEW ms_markets__ordersts AS
SELECT o.created_at AS order_time,
       o.order_id AS order_identifier,
       o.fund AS account_identifier,
       CASE WHEN o.targets_sequence IS NOT NULL THEN o.fund || '/' || o.strategy || '/' || o.targets_sequence END
           AS order_manager_identifier,
       o.instrument AS asset_identifier,
       o.venue_order_id AS order_remote_id,
       o.order_id AS client_order_id,
       o.order_type,
       CASE WHEN o.side IN ('buy', 'cover') THEN 1 ELSE -1 END::SMALLINT AS order_side,
       o.ordered AS quantity,
       o.status,
       o.filled AS filled_quantity,
       o.average_price AS filled_price,
       NULL::TIMESTAMPTZ AS expires_time,
       o.limit_price,
       o.time_in_force,
       o.reason AS comments,
       jsonb_build_object('broker', o.broker, 'side', o.side, 'stop_price', o.stop_price) AS venue_metadata
FROM orders o;

CREATE VIEW ms_markets__ordereventsts AS
SELECT at AS event_time,
       order_id AS order_identifier,
       sequence AS event_sequence,
       order_status,
       record AS event_metadata
FROM events
WHERE order_id IS NOT NULL;

CREATE VIEW ms_markets__tradests AS
SELECT at AS trade_time,
       fill_id AS trade_identifier,
       fund AS account_identifier,
       order_id AS order_identifier,
       instrument AS asset_identifier,
       CASE WHEN side IN ('buy', 'cover') THEN 1 ELSE -1 END::SMALLINT AS trade_side,
       quantity,
       price,
       fee AS commission,
       fee_currency AS commission_asset_identifier,
       NULL::NUMERIC AS settlement_cost,
       NULL::TEXT AS settlement_asset_identifier,
       NULL::TEXT AS comments,
       jsonb_build_object('broker', broker, 'side', side, 'liquidity', liquidity) AS venue_metadata
FROM fills
WHERE busted_at IS NULL;

CREATE VIEW ms_markets__targetpositionsts AS
SELECT s.at AS time_index,
       md5('position_set/' || s.fund || '/' || s.strategy || '/' || s.sequence)::UUID AS position_set_uid,
       'asset' AS target_type,
       md5('asset/' || t.instrument)::UUID AS target_uid,
       md5('asset/' || t.instrument)::UUID AS asset_uid,
       NULL::UUID AS portfolio_uid,
       t.weight AS weight_notional_exposure,
       NULL::DOUBLE PRECISION AS constant_notional_exposure,
       NULL::DOUBLE PRECISION AS single_asset_quantity,
       jsonb_build_object('fund', s.fund, 'strategy', s.strategy, 'instrument', t.instrument) AS metadata_json
FROM targets t
JOIN target_sets s ON s.sequence = t.sequence;
