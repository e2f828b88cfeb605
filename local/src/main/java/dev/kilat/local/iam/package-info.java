/// Who may do what: each function's role, as the template grants it.
@NullMarked
package dev.kilat.local.iam;

import org.jspecify.annotations.NullMarked;
