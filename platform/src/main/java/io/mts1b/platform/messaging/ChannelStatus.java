package io.mts1b.platform.messaging;

/**
 * How a channel does.
 *
 * @param name which
 * @param queued how many messages wait to be posted
 * @param held how many wait for the end of quiet hours
 * @param delivered how many its service has
 * @param dropped how many it will not get
 * @param droppedCritical how many of those were critical
 */
public record ChannelStatus(String name, int queued, int held, long delivered, long dropped, long droppedCritical) {}
