package dev.kilat.bench.cost;

/// What AWS bills, with its list price in us-east-1 before free allowances and discounts.
/// `docs/costs.md` says where each price was read, and when.
enum Item {
    SOCKET_MESSAGES("WebSocket messages (32 KB)", 1.00 / 1e6),
    SOCKET_MINUTES("WebSocket connection minutes", 0.25 / 1e6),
    API_REQUESTS("HTTP API requests", 1.00 / 1e6),
    CDN_REQUESTS("CloudFront requests", 1.00 / 1e6),
    CDN_BYTES("CloudFront bytes", 0.085 / 1e9),
    FUNCTION_CALLS("Lambda invocations", 0.20 / 1e6),
    FUNCTION_GB_SECONDS("Lambda GB-seconds (arm64)", 13.3334 / 1e6),
    TABLE_WRITES("DynamoDB write units", 0.625 / 1e6),
    TABLE_READS("DynamoDB read units", 0.125 / 1e6),
    QUEUE_REQUESTS("SQS requests (64 KB)", 0.40 / 1e6),
    S3_PUTS("S3 PUT and LIST requests", 5.00 / 1e6),
    S3_GETS("S3 GET requests", 0.40 / 1e6);

    final String text;

    /// US dollars for one.
    final double price;

    Item(String text, double price) {
        this.text = text;
        this.price = price;
    }
}
