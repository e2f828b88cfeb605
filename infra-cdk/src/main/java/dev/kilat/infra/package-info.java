/// The cloud of Kilat, as Java CDK: a class a concern, two stacks, one synthesized assembly.
@NullMarked
package dev.kilat.infra;

import org.jspecify.annotations.NullMarked;
