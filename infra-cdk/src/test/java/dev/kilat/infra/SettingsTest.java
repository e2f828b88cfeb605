package dev.kilat.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void nothing_said_means_snapshots_no_mail_and_25_dollars() {
        assertThat(Settings.of(Map.of()))
                .isEqualTo(
                        new Settings(
                                true,
                                false,
                                Optional.empty(),
                                new BigDecimal("25"),
                                Optional.empty()));
    }

    @Test
    void what_is_said_counts() {
        var switches =
                Switches.parse(
                        List.of(
                                "-c",
                                "snapStart=false",
                                "--context",
                                "alarmEmail=a+b=c@example.org",
                                "-c",
                                "monthlyBudgetUsd=12.50",
                                "-c",
                                "restoredTable=gallery-2026-06-21"));

        assertThat(Settings.of(switches))
                .isEqualTo(
                        new Settings(
                                false,
                                false,
                                Optional.of("a+b=c@example.org"),
                                new BigDecimal("12.50"),
                                Optional.of("gallery-2026-06-21")));
    }

    @ParameterizedTest
    @CsvSource({
        "snapStart, yes",
        "snapStart, ''",
        "aotCache, 1",
        "alarmEmail, nobody",
        "alarmEmail, a b@example.org",
        "monthlyBudgetUsd, 0",
        "monthlyBudgetUsd, -5",
        "monthlyBudgetUsd, 1e3",
        "monthlyBudgetUsd, plenty",
        "monthlyBudgetUSD, 25",
        "restoredTable, my table",
    })
    void a_bad_setting_is_refused_by_name(String name, String value) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(name + " ");
    }

    @Test
    void a_cache_takes_the_place_of_snapshots() {
        var settings = Settings.of(Map.of("aotCache", "true"));

        assertThat(settings.aotCache()).isTrue();
        assertThat(settings.snapStart()).isFalse();
    }

    @Test
    void a_cache_and_snapshots_together_are_refused() {
        assertThatThrownBy(() -> Settings.of(Map.of("aotCache", "true", "snapStart", "true")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("snapStart and aotCache exclude each other");
    }

    @ParameterizedTest
    @CsvSource({"-c", "-x", "'-c,snapStart'", "'-c,=true'"})
    void a_switch_that_is_not_name_and_value_is_refused(String arguments) {
        assertThatThrownBy(() -> Switches.parse(List.of(arguments.split(","))))
                .isInstanceOf(Refused.class);
    }
}
