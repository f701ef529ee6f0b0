package dev.jcompose.execute;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.EngineException;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.ContainerRef;
import dev.jcompose.source.CancelledException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Waits for containers to become what others need them to be. Driven by the engine's events: each one about a container
 * wakes whoever waits, who then looks. In case an event was lost, they look every few seconds all the same.
 */
final class Readiness implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Engine engine;
    private final @Nullable Duration timeout;
    private final Unprobed unprobed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingHappened = lock.newCondition();
    private @Nullable CloseableIterator<EngineEvent> stream;
    private long happenings;

    Readiness(Engine engine, @Nullable Duration timeout) {
        this.engine = engine;
        this.timeout = timeout;
        this.unprobed = new Unprobed(() -> engine.system().ping().isPodman(), System::nanoTime);
    }

    /**
     * Returns when the service is ready.
     *
     * @return why it is not, where it need not be; else the empty text
     * @throws NotReadyException
     *             if it never will be, or not in time
     */
    String await(Action.AwaitService await) {
        listen();
        long deadline = timeout == null ? Long.MAX_VALUE : System.nanoTime() + timeout.toNanos();
        try {
            waitFor(await, deadline);
            return "";
        } catch (NotReadyException failure) {
            if (await.required()) {
                throw failure;
            }
            return "optional dependency failed: " + failure.getMessage();
        }
    }

    private void waitFor(Action.AwaitService await, long deadline) {
        while (true) {
            long seen = happenings();
            Verdict verdict = look(await);
            if (verdict instanceof Verdict.Ready) {
                return;
            }
            if (verdict instanceof Verdict.Failed failed) {
                throw new NotReadyException(failed.why() + Diagnosis.of(engine, failed.container()));
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new NotReadyException("service " + await.name() + " is not ready after "
                        + (timeout == null ? "" : timeout.toSeconds() + "s"));
            }
            sleepUntilMoreThan(seen, Math.min(left, LOOK_AGAIN.toNanos()));
        }
    }

    private Verdict look(Action.AwaitService await) {
        Verdict all = new Verdict.Ready();
        for (ContainerRef ref : await.containers()) {
            ContainerDetails container;
            try {
                container = engine.containers().inspect(ref.idOrName());
            } catch (EngineException.NotFound gone) {
                throw new NotReadyException("container " + ref.name() + " is gone while it was waited for");
            }
            Verdict one = Verdict.of(container, await.condition(), await.name());
            if (one instanceof Verdict.Pending) {
                one = unprobed.judge(container);
            }
            if (one instanceof Verdict.Failed
                    || (one instanceof Verdict.Ready && Verdict.oneDecides(await.condition()))) {
                return one;
            }
            if (one instanceof Verdict.Pending) {
                all = one;
            }
        }
        return all;
    }

    private long happenings() {
        lock.lock();
        try {
            return happenings;
        } finally {
            lock.unlock();
        }
    }

    private void sleepUntilMoreThan(long seen, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (happenings == seen && left > 0) {
                left = somethingHappened.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            lock.unlock();
        }
    }

    private void listen() {
        lock.lock();
        try {
            if (stream == null) {
                CloseableIterator<EngineEvent> opened = engine.events().stream(null, null,
                        Map.of("type", List.of("container"), "event",
                                List.of("start", "die", "health_status", "destroy", "oom")));
                stream = opened;
                Thread.ofVirtual().name("readiness").start(() -> drain(opened));
            }
        } finally {
            lock.unlock();
        }
    }

    private void drain(CloseableIterator<EngineEvent> events) {
        try {
            while (events.hasNext()) {
                events.next();
                happened();
            }
        } catch (EngineException broken) {
            happened();
        }
    }

    private void happened() {
        lock.lock();
        try {
            happenings++;
            somethingHappened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (stream != null) {
                stream.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
