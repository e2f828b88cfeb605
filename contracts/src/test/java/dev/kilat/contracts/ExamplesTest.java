package dev.kilat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    @ParameterizedTest
    @MethodSource("dev.kilat.contracts.Example#good")
    void a_good_example_is_what_its_schema_says(Example example) {
        assertThat(example.errors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.kilat.contracts.Example#bad")
    void a_bad_example_breaks_the_rule_in_its_name(Example example) {
        assertThat(example.errors())
                .extracting(Error::getKeyword)
                .anySatisfy(keyword ->
                        assertThat(example.name()).startsWith("bad-" + kebab(keyword) + "-"));
    }

    /// Alternatives are left out: there each of them reports why it is not the one.
    @ParameterizedTest
    @MethodSource("badWithoutAlternatives")
    void a_bad_example_breaks_its_rule_in_one_place_only(Example example) {
        assertThat(example.errors()).extracting(Error::getInstanceLocation).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Page, Delta", "Delta, Page", "Event, EventWithSecret", "EventWithSecret, Event"})
    void what_a_call_answers_is_never_both_of_its_two_shapes(String one, String other) {
        assertThat(Example.good().filter(example -> example.schema().equals(one)))
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example.errorsAs(other)).isNotEmpty());
    }

    @Test
    void every_schema_has_a_good_and_a_bad_example() {
        assertThat(Example.good().map(ExamplesTest::schema).distinct())
                .containsExactlyInAnyOrderElementsOf(schemas());
        assertThat(Example.bad().map(ExamplesTest::schema).distinct())
                .containsExactlyInAnyOrderElementsOf(schemas());
    }

    @Test
    void every_example_says_whether_it_is_good() {
        assertThat(Example.all().toList())
                .hasSizeGreaterThan(300)
                .allSatisfy(example -> assertThat(example.name()).matches("(good|bad)-[a-z0-9-]+"));
    }

    static Stream<Example> badWithoutAlternatives() {
        return Example.bad()
                .filter(example ->
                        example.errors().stream().noneMatch(ExamplesTest::isAlternative));
    }

    private static boolean isAlternative(Error error) {
        var path = error.getEvaluationPath().toString();
        return path.contains("oneOf") || path.contains("anyOf");
    }

    private static List<String> schemas() {
        return Stream.of(
                        names("http", "http/openapi.yaml"),
                        names("live", "live/asyncapi.yaml"),
                        Stream.of("queue/thumbnails", "queue/fan-out"))
                .flatMap(names -> names)
                .toList();
    }

    private static Stream<String> names(String area, String contract) {
        return Json.yaml(contract)
                .at("/components/schemas")
                .propertyStream()
                .map(schema -> area + "/" + schema.getKey());
    }

    private static String schema(Example example) {
        return example.area() + "/" + example.schema();
    }

    private static String kebab(String keyword) {
        return keyword.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
