package io.mts1b.brokers.fix;

import org.jspecify.annotations.Nullable;
import quickfix.Group;
import quickfix.Message;
import quickfix.MessageFactory;

/** Makes messages without a class of their own for each type; the dictionary knows what belongs in them. */
final class PlainMessages implements MessageFactory {

    @Override
    public Message create(String beginString, String type) {
        Message message = new Message();
        message.getHeader().setString(8, beginString);
        message.getHeader().setString(35, type);
        return message;
    }

    @Override
    public @Nullable Group create(String beginString, String type, int group) {
        return null; // QuickFIX/J makes a plain one then.
    }
}
