package dev.kilat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.identity.Admins.Stored;
import org.junit.jupiter.api.Test;

/// What every store of admins promises.
public abstract class AdminsContract {
    protected abstract Admins admins();

    @Test
    void an_admin_is_found_as_saved_last() {
        Stored first = new Stored("admin", "$argon2id$1", "v1");
        Stored second = new Stored("admin", "$argon2id$2", "v2");

        assertThat(admins().find("admin")).isEmpty();
        admins().save(first);
        assertThat(admins().find("admin")).contains(first);
        admins().save(second);
        assertThat(admins().find("admin")).contains(second);
        assertThat(admins().find("somebody")).isEmpty();
    }
}
