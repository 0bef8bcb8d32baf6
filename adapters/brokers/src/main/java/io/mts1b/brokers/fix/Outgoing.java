package io.mts1b.brokers.fix;

import quickfix.Message;

/** A message of ours on its way, which remembers what it was made of. */
final class Outgoing extends Message {

    private static final long serialVersionUID = 1;

    private final transient FixMessage of;

    Outgoing(FixMessage of) {
        this.of = of;
        getHeader().setString(35, of.type());
        for (FixTag tag : FixTag.values()) {
            String value = of.get(tag);
            if (value != null && !tag.isOfHeader()) {
                setString(tag.number(), value);
            }
        }
    }

    FixMessage of() {
        return of;
    }

    /** Reads the fields that are looked at. */
    static FixMessage read(Message message) throws quickfix.FieldNotFound {
        FixMessage read = new FixMessage(message.getHeader().getString(35));
        for (FixTag tag : FixTag.values()) {
            quickfix.FieldMap where = tag.isOfHeader() ? message.getHeader() : message;
            if (where.isSetField(tag.number())) {
                read.set(tag, where.getString(tag.number()));
            }
        }
        return read;
    }
}
