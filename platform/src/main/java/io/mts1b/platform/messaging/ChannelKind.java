package io.mts1b.platform.messaging;

/** How a channel is reached. */
public enum ChannelKind {
    /** By a bot of Telegram. */
    TELEGRAM,
    /** By a bot of Slack. */
    SLACK,
    /** By an incoming webhook of Slack. */
    SLACK_WEBHOOK
}
