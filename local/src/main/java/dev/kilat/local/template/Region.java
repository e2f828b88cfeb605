package dev.kilat.local.template;

/// Which AWS the local cloud plays: what the pseudo parameters answer.
public record Region(String partition, String name, String account, String urlSuffix) {

    /// The account number of examples, in the region where most of AWS starts.
    public static final Region LOCAL =
            new Region("aws", "us-east-1", "000000000000", "amazonaws.com");

    /// An ARN in this region and account.
    public String arn(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(partition, service, name, account, resource);
    }

    /// An ARN of a service that has no regions, e.g. IAM.
    public String globalArn(String service, String resource) {
        return "arn:%s:%s::%s:%s".formatted(partition, service, account, resource);
    }
}
