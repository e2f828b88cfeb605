/// What crosses a wire, as Java records: component names are the camelCase of the JSON's
/// snake_case.
@NullMarked
package dev.kilat.contracts;

import org.jspecify.annotations.NullMarked;
