/// What guests do with photos beside looking: likes and comments.
///
/// Comments are changes in the log. Likes are not: a count, pushed at most once a second a photo
/// ([LikeNews]).
@NullMarked
package dev.kilat.social;

import org.jspecify.annotations.NullMarked;
