package dev.kilat.local.iam;

import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/// Who signs requests: a function in its role, or the local cloud itself.
public final class Principal {
    private final String arn;
    private final AwsSessionCredentials credentials;
    private final List<Rule> rules;
    private final boolean root;

    Principal(String arn, AwsSessionCredentials credentials, List<Grant> grants, boolean root) {
        this.arn = arn;
        this.credentials = credentials;
        this.rules = grants.stream().map(Rule::of).toList();
        this.root = root;
    }

    /// As it stands in refusals.
    public String arn() {
        return arn;
    }

    public AwsSessionCredentials credentials() {
        return credentials;
    }

    /// Whether this is the local cloud: it may do everything, and uses up no grant.
    boolean root() {
        return root;
    }

    List<Grant> grants() {
        return rules.stream().map(Rule::grant).toList();
    }

    /// Allowing and denying ones.
    List<Grant> covering(String action, String resourceArn) {
        return rules.stream()
                .filter(rule -> rule.action.matches(action) && rule.resource.matches(resourceArn))
                .map(Rule::grant)
                .toList();
    }

    private record Rule(Grant grant, Glob action, Glob resource) {
        static Rule of(Grant grant) {
            return new Rule(
                    grant,
                    Glob.of(grant.action(), Pattern.CASE_INSENSITIVE),
                    Glob.of(grant.resource(), 0));
        }
    }
}
