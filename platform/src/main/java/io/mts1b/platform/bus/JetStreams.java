package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.BusException.Category;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.KeyValue;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What streams, consumers and schemas there are on the server, and how to make them. Thread-safe. */
final class JetStreams implements Schemas.Store {

    private static final String SCHEMAS = "mts-schemas";
    private static final int NOT_FOUND = 404;

    private final Connection connection;
    private final JetStreamOptions options;

    JetStreams(Connection connection, Duration patience) {
        this.connection = connection;
        options = JetStreamOptions.builder().requestTimeout(patience).build();
    }

    private JetStreamManagement management() throws IOException {
        return connection.jetStreamManagement(options);
    }

    void keep(StreamOptions stream) {
        StreamConfiguration.Builder wanted = StreamConfiguration.builder()
                .name(stream.name())
                .subjects(
                        stream.patterns().stream().map(SubjectPattern::toString).toList())
                .storageType(StorageType.File)
                .discardPolicy(DiscardPolicy.Old)
                .duplicateWindow(stream.dedupeWindow());
        if (stream.maxAge() != null) {
            wanted.maxAge(stream.maxAge());
        }
        if (stream.maxBytes() != null) {
            wanted.maxBytes(stream.maxBytes());
        }
        // The server takes the same stream again, and refuses another one by this name or with these subjects.
        call("keep " + stream, () -> management().addStream(wanted.build()));
    }

    /** Finds the streams that keep a topic or a part of it. */
    List<String> of(Subject topic) {
        List<String> names = new ArrayList<>(named(topic.toString()));
        names.addAll(named(topic + ".>"));
        return names.stream().distinct().toList();
    }

    private List<String> named(String filter) {
        return call("find the stream of " + filter, () -> management().getStreamNames(filter));
    }

    /** Finds the one stream that keeps all subjects of a pattern. */
    String covering(SubjectPattern pattern) {
        List<String> names = named(pattern.toString());
        if (names.size() == 1) {
            boolean isCovered = call("read the stream", () -> management().getStreamInfo(names.getFirst()))
                    .getConfiguration()
                    .getSubjects()
                    .stream()
                    .anyMatch(kept -> SubjectPattern.parse(kept).covers(pattern));
            if (isCovered) {
                return names.getFirst();
            }
        }
        throw new BusException(
                Category.STREAM, "one stream must keep all of " + pattern + ", but those that keep some are " + names);
    }

    /** Makes a consumer, or adopts the one of that name. */
    void makeConsumer(String stream, SubjectPattern pattern, ConsumerOptions consumer) {
        Optional<ConsumerConfiguration> known = find(stream, consumer.name());
        known.ifPresent(one -> {
            if (!pattern.toString().equals(one.getFilterSubject())) {
                throw new BusException(
                        Category.STREAM,
                        "consumer " + consumer.name() + " must read what it began with, " + one.getFilterSubject()
                                + ", was " + pattern);
            }
        });
        ConsumerConfiguration.Builder builder = known.map(ConsumerConfiguration::builder)
                .orElseGet(() -> fresh(pattern, consumer))
                .ackWait(consumer.ackWait())
                .maxAckPending(consumer.maxUnacknowledged());
        call("make consumer " + consumer.name(), () -> management().addOrUpdateConsumer(stream, builder.build()));
    }

    private static ConsumerConfiguration.Builder fresh(SubjectPattern pattern, ConsumerOptions consumer) {
        ConsumerConfiguration.Builder builder = ConsumerConfiguration.builder()
                .durable(consumer.name())
                .filterSubject(pattern.toString())
                .ackPolicy(AckPolicy.Explicit);
        return switch (consumer.start()) {
            case StartAt.First _ -> builder.deliverPolicy(DeliverPolicy.All);
            case StartAt.Next _ -> builder.deliverPolicy(DeliverPolicy.New);
            case StartAt.Sequence(long sequence) ->
                builder.deliverPolicy(DeliverPolicy.ByStartSequence).startSequence(sequence);
            case StartAt.Time(var instant) ->
                builder.deliverPolicy(DeliverPolicy.ByStartTime).startTime(instant.atZone(ZoneOffset.UTC));
        };
    }

    private Optional<ConsumerConfiguration> find(String stream, String consumer) {
        return call("find consumer " + consumer, () -> {
            try {
                ConsumerInfo info = management().getConsumerInfo(stream, consumer);
                return Optional.of(info.getConsumerConfiguration());
            } catch (JetStreamApiException e) {
                if (e.getErrorCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private KeyValue schemas() throws IOException, JetStreamApiException {
        // Making a bucket that is there with the same settings does nothing.
        connection
                .keyValueManagement()
                .create(KeyValueConfiguration.builder()
                        .name(SCHEMAS)
                        .storageType(StorageType.File)
                        .build());
        return connection.keyValue(SCHEMAS);
    }

    @Override
    public Optional<String> find(Subject subject) {
        return call("read the schema of " + subject, () -> text(schemas().get(subject.toString())));
    }

    private static Optional<String> text(@Nullable KeyValueEntry entry) {
        byte[] bytes = entry == null ? null : entry.getValue();
        return bytes == null ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void put(Subject subject, String schema) {
        call("keep the schema of " + subject, () -> schemas().put(subject.toString(), schema));
    }

    @Override
    public SortedMap<String, String> all() {
        return call("read the schemas", () -> {
            KeyValue bucket = schemas();
            SortedMap<String, String> all = new TreeMap<>();
            for (String subject : bucket.keys()) {
                text(bucket.get(subject)).ifPresent(schema -> all.put(subject, schema));
            }
            return all;
        });
    }

    /** Asks the server, and tells in our words what it says. */
    private static <R> R call(String action, Callable<R> request) {
        try {
            return request.call();
        } catch (BusException e) {
            throw e;
        } catch (JetStreamApiException e) {
            throw new BusException(Category.STREAM, "server cannot " + action + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException(Category.UNREACHABLE, "interrupted while asking the server to " + action, e);
        } catch (Exception e) {
            throw new BusException(
                    Category.UNREACHABLE, "server does not " + action + ", it must have JetStream: " + e, e);
        }
    }
}
