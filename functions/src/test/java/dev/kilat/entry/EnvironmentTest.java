package dev.kilat.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
    @Test
    void a_function_posts_four_thousand_frames_a_second_unless_told_otherwise() {
        assertThat(Environment.of(Map.of()).postsPerSecond()).isEqualTo(4000);
        assertThat(Environment.of(Map.of("POSTS_PER_SECOND", "250")).postsPerSecond())
                .isEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "many", "1.5"})
    void what_is_no_number_of_posts_is_refused_by_name(String value) {
        assertThatThrownBy(() -> Environment.of(Map.of("POSTS_PER_SECOND", value)).postsPerSecond())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("POSTS_PER_SECOND");
    }

    @Test
    void what_has_no_default_is_missed_by_name() {
        assertThatThrownBy(() -> Environment.of(Map.of()).galleryTable())
                .hasMessageContaining("GALLERY_TABLE");
        assertThatThrownBy(() ->
                        Environment.of(Map.of("CONNECTIONS_ENDPOINT", "wss://x"))
                                .connectionsEndpoint())
                .hasMessageContaining("CONNECTIONS_ENDPOINT");
    }

    @Test
    void what_is_restored_from_a_snapshot_asks_for_credentials() {
        assertThat(Environment.of(Map.of("AWS_ACCESS_KEY_ID", "key")).asksForCredentials())
                .isFalse();
        assertThat(
                        Environment.of(
                                        Map.of(
                                                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                                                "http://127.0.0.1/credentials"))
                                .asksForCredentials())
                .isTrue();
    }
}
