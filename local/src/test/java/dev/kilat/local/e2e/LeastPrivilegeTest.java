package dev.kilat.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The last of the run: by now every function has done what it does.
@ExtendWith(Cloud.class)
@Order(Integer.MAX_VALUE)
class LeastPrivilegeTest {
    @Test
    void no_role_may_do_what_nothing_does(Cloud.Running kilat) {
        assertThat(kilat.cloud().leastPrivilege().unused()).isEmpty();
    }
}
