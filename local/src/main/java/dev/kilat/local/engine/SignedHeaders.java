package dev.kilat.local.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;

/// What whoever holds a URL may not add to it: S3 serves no `x-amz-` header that the URL does not
/// sign, or a ticket for a photo would do for a copy of another one, or for an object that
/// everybody may read. S3Proxy would.
final class SignedHeaders {
    private static final String SIGNED = "X-Amz-SignedHeaders=";

    private SignedHeaders() {}

    static void check(HttpServletRequest request) {
        Optional<List<String>> signed =
                Stream.ofNullable(request.getQueryString())
                        .flatMap(query -> Stream.of(query.split("&", -1)))
                        .filter(parameter -> parameter.startsWith(SIGNED))
                        .findFirst()
                        .map(parameter -> parameter.substring(SIGNED.length()))
                        .map(names -> List.of(URLDecoder.decode(names, UTF_8).split(";", -1)));
        if (signed.isPresent()
                && Collections.list(request.getHeaderNames()).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name ->
                                name.startsWith("x-amz-") && !signed.get().contains(name))) {
            throw new S3ProxyException(
                    S3ErrorCode.ACCESS_DENIED,
                    "There were headers present in the request which were not signed");
        }
    }
}
