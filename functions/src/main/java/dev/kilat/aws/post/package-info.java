/// Posting to open connections with as little work a post as TLS and signing allow: a large room
/// gets thousands a second.
@NullMarked
package dev.kilat.aws.post;

import org.jspecify.annotations.NullMarked;
