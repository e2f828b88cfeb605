/// The cloud as its template names it: resources, their values, and where they lie on this machine.
@NullMarked
package dev.kilat.local.template;

import org.jspecify.annotations.NullMarked;
