package dev.jcompose.engine;

import org.junit.jupiter.api.Nested;

/** What every engine behind the port does. It has the image {@code busybox:latest}. */
public abstract class EngineContract {

    /** The engine under test; skips the test where there is none. */
    protected abstract Engine open();

    @Nested
    class With_containers extends ContainerContract {
        @Override
        Engine open() {
            return EngineContract.this.open();
        }
    }

    @Nested
    class With_streams extends StreamContract {
        @Override
        Engine open() {
            return EngineContract.this.open();
        }
    }

    @Nested
    class With_resources extends ResourceContract {
        @Override
        Engine open() {
            return EngineContract.this.open();
        }
    }
}
