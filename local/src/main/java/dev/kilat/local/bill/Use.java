package dev.kilat.local.bill;

import java.time.Duration;

/// One thing that is billed, in the terms of its price list.
public sealed interface Use {
    /// A function ran.
    ///
    /// @param function class name of its handler
    /// @param took here, with whatever else this machine did
    /// @param worked of its own thread on a processor of this machine
    record Invocation(String function, int memoryMb, Duration took, Duration worked)
            implements Use {}

    /// A request of DynamoDB.
    ///
    /// @param units consumed, as the engine reckons them: of reads or of writes, by the operation
    record TableRequest(String operation, double units) implements Use {
        public boolean reads() {
            return operation.endsWith("GetItem")
                    || operation.equals("TransactGetItems")
                    || operation.equals("Query")
                    || operation.equals("Scan");
        }
    }

    /// A request of SQS.
    ///
    /// @param bytes sent and received
    /// @param idle a poll that brought nothing: how many there are is up to the poller
    record QueueRequest(String operation, int bytes, boolean idle) implements Use {}

    /// A request of S3, by its action: `s3:PutObject`.
    record ObjectRequest(String action) implements Use {}

    /// A request that the distribution answered.
    ///
    /// @param path without a query
    record WebRequest(String path, long bytes) implements Use {}

    /// A message on a WebSocket, in either direction.
    record SocketMessage(int bytes) implements Use {}

    /// A WebSocket has closed.
    record SocketTime(Duration open) implements Use {}
}
