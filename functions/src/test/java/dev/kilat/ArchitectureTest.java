package dev.kilat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The arrows inside this module.
class ArchitectureTest {
    private static final String[] DOMAIN = {
        "dev.kilat.event..",
        "dev.kilat.photo..",
        "dev.kilat.upload..",
        "dev.kilat.thumbnail..",
        "dev.kilat.live..",
        "dev.kilat.social..",
        "dev.kilat.identity..",
        "dev.kilat.telemetry..",
    };
    private static final JavaClasses KILAT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.kilat");

    @Test
    void the_domain_knows_neither_aws_nor_json() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "com.amazonaws..",
                        "com.fasterxml.jackson..",
                        "dev.kilat.aws..",
                        "dev.kilat.http..",
                        "dev.kilat.entry..",
                        "dev.kilat.contracts..")
                .check(KILAT);
    }

    @Test
    void http_knows_neither_the_adapters_nor_the_sdk() {
        noClasses()
                .that()
                .resideInAPackage("dev.kilat.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "dev.kilat.aws..", "dev.kilat.entry..")
                .check(KILAT);
    }

    @Test
    void only_the_composition_root_touches_adapters_and_clients() {
        noClasses()
                .that()
                .resideInAPackage("dev.kilat.entry..")
                .and()
                .haveSimpleNameNotEndingWith("Wiring")
                .and()
                .haveSimpleNameNotEndingWith("AwsPorts")
                .and()
                .haveSimpleNameNotEndingWith("AwsClients")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "dev.kilat.aws..")
                .check(KILAT);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("dev.kilat.(*)..").should().beFreeOfCycles().check(KILAT);
    }

    @Test
    void planes_know_no_decoder_and_the_one_in_java_knows_no_library() {
        noClasses()
                .that()
                .resideInAPackage("dev.kilat.thumbnail.planes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.kilat.thumbnail.baseline..", "dev.kilat.thumbnail.turbo..")
                .check(KILAT);
        noClasses()
                .that()
                .resideInAPackage("dev.kilat.thumbnail.baseline..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.kilat.thumbnail.turbo..")
                .check(KILAT);
    }

    @Test
    void nobody_prints_or_reaches_for_the_time() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .or()
                .resideInAPackage("dev.kilat.http..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(KILAT);
    }

    @Test
    void handlers_are_public_and_final_and_can_be_made_by_lambda_and_by_a_test() {
        classes()
                .that(implementing())
                .should()
                .bePublic()
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .check(KILAT);
        var handlers = KILAT.that(implementing());
        assertThat(handlers).hasSizeGreaterThanOrEqualTo(7);
        for (var handler : handlers) {
            assertThat(
                            Arrays.stream(handler.reflect().getConstructors())
                                    .map(constructor -> constructor.getParameterCount()))
                    .as(handler.getName())
                    .containsExactlyInAnyOrder(0, 1);
        }
    }

    @Test
    void entry_classes_stay_under_60_lines_of_code() throws IOException {
        for (var handler : KILAT.that(implementing())) {
            Path source =
                    Path.of("src/main/java/dev/kilat/entry/" + handler.getSimpleName() + ".java");
            try (var lines = Files.lines(source)) {
                assertThat(lines.filter(line -> !line.startsWith("import ")).count())
                        .as(source.toString())
                        .isLessThan(60);
            }
        }
    }

    private static DescribedPredicate<JavaClass> implementing() {
        return JavaClass.Predicates.implement(RequestHandler.class)
                .or(JavaClass.Predicates.implement(RequestStreamHandler.class))
                .as("are handlers");
    }
}
