package dev.kilat.infra;

import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Runtime;

/// What runs the functions: the Java that Lambda manages, or the JVM that their bundle brings.
record Platform(Runtime runtime, Architecture architecture, Code code, boolean snapStart) {

    static Platform of(Settings settings, Artifacts artifacts) {
        if (settings.aotCache()) {
            var bundle = artifacts.bundle();
            return new Platform(
                    Runtime.PROVIDED_AL2023,
                    bundle.architecture(),
                    Code.fromAsset(bundle.folder().toString()),
                    false);
        }
        return new Platform(
                Runtime.JAVA_25,
                Architecture.ARM_64,
                Code.fromAsset(artifacts.functions().toString()),
                settings.snapStart());
    }
}
