package dev.kilat.contracts;

/// A shape whose components that are null are left out of the JSON. Every other record writes all
/// its components, null as `null`: that is what the schemas ask for.
///
/// With Jackson, beside `SNAKE_CASE` naming and instants as text, it takes a mix-in on this
/// interface:
///
/// ```java
/// @JsonInclude(JsonInclude.Include.NON_NULL)
/// interface LeaveOutNulls {}
///
/// builder.addMixIn(Sparse.class, LeaveOutNulls.class)
/// ```
public interface Sparse {}
