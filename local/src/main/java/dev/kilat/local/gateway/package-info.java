/// One origin for pages, both APIs and media, with API Gateway's manners.
@NullMarked
package dev.kilat.local.gateway;

import org.jspecify.annotations.NullMarked;
