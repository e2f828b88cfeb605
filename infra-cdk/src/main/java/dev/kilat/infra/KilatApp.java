package dev.kilat.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.cxapi.CloudAssembly;

/// Synthesizes the cloud into `target/cdk.out`: what `cdk deploy` ships and what the local cloud
/// runs.
///
/// Arguments are the CDK's own `-c name=value`; [Settings] lists the names. Needs neither an AWS
/// account nor credentials.
public final class KilatApp {
    /// Without paths and asset files in the template, nobody who reads it (the local cloud does)
    /// could tell what is what.
    private static final Map<String, Object> SYNTHESIS =
            Map.of(
                    "aws:cdk:enable-path-metadata", true,
                    "aws:cdk:enable-asset-metadata", true,
                    "@aws-cdk/aws-iam:minimizePolicies", true,
                    "@aws-cdk/core:defaultCrossStackReferences", "strong");

    private static final Set<String> FAULTS = Set.of("aws:cdk:error", "aws:cdk:warning");

    private KilatApp() {}

    public static void main(String[] arguments) {
        try {
            var assembly =
                    synthesize(
                            Settings.of(Switches.parse(List.of(arguments))),
                            Artifacts.built(Path.of("..")),
                            Path.of("target", "cdk.out"));
            System.out.println("Synthesized " + assembly.getDirectory());
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /// Throws [Refused] if a rule of cdk-nag or the CDK itself finds fault with the result.
    static CloudAssembly synthesize(Settings settings, Artifacts artifacts, Path out) {
        var app =
                App.Builder.create()
                        .outdir(out.toString())
                        .context(SYNTHESIS)
                        .analyticsReporting(false)
                        .build();
        var data =
                new DataStack(
                        app, "KilatData", props("Kilat: what must outlive a deployment"), settings);
        var service =
                new AppStack(
                        app,
                        "KilatApp",
                        props("Kilat: what may be rebuilt"),
                        data,
                        settings,
                        artifacts);
        Tags.of(app).add("application", "kilat");
        Suppressions.apply(data, service);
        return check(app);
    }

    private static StackProps.Builder props(String description) {
        return StackProps.builder().description(description);
    }

    /// cdk-nag and the CDK note what they find on the construct; only the CDK's command line would
    /// stop for it.
    static CloudAssembly check(App app) {
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reports(false).build());
        var assembly = app.synth();
        var findings = new ArrayList<String>();
        for (var construct : app.getNode().findAll()) {
            for (var note : construct.getNode().getMetadata()) {
                if (FAULTS.contains(note.getType())) {
                    findings.add(construct.getNode().getPath() + ": " + note.getData());
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new Refused("The cloud breaks a rule:\n" + String.join("\n", findings));
        }
        return assembly;
    }
}
