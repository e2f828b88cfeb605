package dev.kilat.infra;

import static dev.kilat.infra.Cloud.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

class KilatAppTest {

    @Test
    void the_same_sources_make_the_same_cloud() {
        assertThat(Cloud.with(Map.of())).isEqualTo(DEFAULT);
    }

    @Test
    void nothing_waits_for_itself_to_be_deployed() {
        assertThatCode(
                        () -> {
                            Cloud.template(DEFAULT.data());
                            Cloud.template(DEFAULT.app());
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void a_finding_of_cdk_nag_stops_the_build() {
        var app = new App();
        Bucket.Builder.create(new Stack(app, "Careless"), "Photos").build();

        assertThatThrownBy(() -> KilatApp.check(app))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Careless/Photos")
                .hasMessageContaining("AwsSolutions-S10");
    }

    @Test
    void nothing_has_a_name_that_a_second_gallery_could_not_have() {
        assertThat(DEFAULT.resources())
                .allSatisfy(it ->
                        assertThat(it.properties().properties())
                                .filteredOn(property ->
                                        property.getKey()
                                                .matches(
                                                        "(Bucket|Table|Queue|Topic|Role|Alarm|Rule|Dashboard|LogGroup)Name"))
                                .filteredOn(property -> property.getValue().isTextual())
                                .isEmpty());
    }

    @Test
    void the_owner_is_told_where_everything_is() {
        var outputs = DEFAULT.app().get("Outputs");

        assertThat(outputs.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("GalleryUrl", "AdminUrl", "AdminPassword");
        assertThat(Cloud.text(outputs.at("/AdminUrl/Value"))).matches("https://<Cdn.*>/admin");
        assertThat(Cloud.text(outputs.at("/AdminPassword/Value")))
                .matches("aws secretsmanager get-secret-value .*<KilatData:.*AdminPassword.*>");
    }
}
