/// Bodies of the HTTP API, `http/openapi.yaml`.
///
/// What comes in (`NewEvent`, `UploadRequest`, …) is nullable throughout, for it holds what a
/// client sent before anyone has checked it. What goes out is as strict as its schema.
@NullMarked
package dev.kilat.contracts.http;

import org.jspecify.annotations.NullMarked;
