package io.mts1b.platform.messaging;

/**
 * What became of a message when it was sent.
 *
 * @param repeated whether it was one of its key within the window, and so is told of only as a number
 * @param queued how many channels will be sent it as soon as they can
 * @param held how many will be sent it after their quiet hours
 * @param dropped how many had no room for it
 */
public record Sent(boolean repeated, int queued, int held, int dropped) {

    /**
     * Says whether somebody will be told.
     *
     * @return whether the message waits on a channel, or an equal one did
     */
    public boolean isAccepted() {
        return repeated || queued + held > 0;
    }
}
