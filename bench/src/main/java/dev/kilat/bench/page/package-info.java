/// How soon a guest's page is there, and how calm it stays.
@NullMarked
package dev.kilat.bench.page;

import org.jspecify.annotations.NullMarked;
