package dev.kilat.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SchemasTest {
    @Test
    void contract_files_are_read_from_the_class_path() {
        assertThat(Schemas.read("http/openapi.yaml")).startsWith("openapi: 3.1.0");
        assertThat(Schemas.read("live/asyncapi.yaml")).startsWith("asyncapi: 3.0.0");
        assertThat(Schemas.read("queue/fan-out.schema.json")).contains("FanOutMessage");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Schemas.read("http/swagger.yaml"))
                .hasMessageContaining("http/swagger.yaml");
    }

    @Test
    void a_schema_has_its_place_on_the_class_path() {
        assertThat(Schemas.http("Photo"))
                .isEqualTo(
                        "classpath:dev/kilat/contracts/http/openapi.yaml#/components/schemas/Photo");
        assertThat(Schemas.live("Frame"))
                .isEqualTo(
                        "classpath:dev/kilat/contracts/live/asyncapi.yaml#/components/schemas/Frame");
    }
}
