package dev.kilat.local.engine;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.gaul.s3proxy.BlobStoreLocator;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// S3Proxy's handler in a servlet of our own.
///
/// S3Proxy's would refuse an upload without reading it and close the connection, so that a browser,
/// still sending, often sees a broken connection where S3 shows it the refusal.
final class ObjectServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final long LARGEST_PUT = 5L << 30;
    private static final int LARGEST_BUFFERED = 128 << 20;
    private static final int LARGEST_CHUNK = 16 << 20;
    private static final int SKEW_SECONDS = 15 * 60;

    private final transient Refusing handler;

    /// @param strangers what callers without a signature are served from
    ObjectServlet(
            BlobStore strangers,
            BlobStoreLocator callers,
            AwsCredentials root,
            CrossOriginResourceSharing cors) {
        handler = new Refusing(strangers, root, cors);
        handler.setBlobStoreLocator(callers);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        InputStream body = request.getInputStream();
        try {
            SignedHeaders.check(request);
            handler.doHandle(request, request, response, body, new S3ProxyHandler.RequestContext());
        } catch (IllegalArgumentException malformed) {
            refuse(
                    request,
                    response,
                    body,
                    new S3ProxyException(S3ErrorCode.INVALID_ARGUMENT, malformed));
        } catch (IOException | RuntimeException e) {
            // What a body turns out to be may arrive wrapped by whoever was reading it.
            AwsServiceException refusal = refusal(e);
            if (refusal == null) {
                throw e;
            }
            refuse(request, response, body, refusal);
        }
    }

    private static @Nullable AwsServiceException refusal(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
                .filter(AwsServiceException.class::isInstance)
                .map(AwsServiceException.class::cast)
                .findFirst()
                .orElse(null);
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            InputStream body,
            AwsServiceException refusal)
            throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
        String code = S3Exceptions.errorCode(refusal);
        if (code != null) {
            String message = refusal.awsErrorDetails().errorMessage();
            handler.refuse(request, response, code, refusal.statusCode(), message);
        } else if (refusal.statusCode() != 412) {
            response.setStatus(refusal.statusCode());
        } else if (request.getMethod().equals("PUT")) {
            handler.refuse(request, response, "PreconditionFailed", 412, "");
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
    }

    /// Lends out how S3Proxy writes errors.
    private static final class Refusing extends S3ProxyHandler {
        Refusing(BlobStore strangers, AwsCredentials root, CrossOriginResourceSharing cors) {
            super(
                    strangers,
                    AuthenticationType.AWS_V4,
                    root.accessKeyId(),
                    root.secretAccessKey(),
                    null,
                    LARGEST_PUT,
                    LARGEST_BUFFERED,
                    LARGEST_CHUNK,
                    // X-Amz-Security-Token, with which every request of a role comes.
                    true,
                    cors,
                    "",
                    SKEW_SECONDS);
        }

        void refuse(
                HttpServletRequest request,
                HttpServletResponse response,
                String code,
                int status,
                @Nullable String message)
                throws IOException {
            sendSimpleErrorResponse(
                    request, response, code, status, message == null ? "" : message, Map.of());
        }
    }
}
