/// Who is calling: guests, admins, tokens, passwords, rate limits.
@NullMarked
package dev.kilat.identity;

import org.jspecify.annotations.NullMarked;
