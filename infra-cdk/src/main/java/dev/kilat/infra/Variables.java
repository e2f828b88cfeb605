package dev.kilat.infra;

import java.util.List;

/// The environment variables of every function: one row a variable, who reads it behind it.
final class Variables {
    private Variables() {}

    static void tell(
            Functions functions, DataStack data, Queues queues, LiveApi live, String publicOrigin) {
        var all = functions.all();
        var uploaded = functions.photoUploaded;
        var thumbnails = functions.buildThumbnails;
        var fanOut = functions.fanOut;
        var connection = functions.liveConnection;
        var gallery = functions.galleryApi;
        var admin = functions.adminApi;
        var reconcile = functions.reconcile;

        tell("LOG_LEVEL", "INFO", all);
        tell("PUBLIC_ORIGIN", publicOrigin, all);
        tell("GALLERY_TABLE", data.tables.gallery.getTableName(), all);
        data.tables.restored.ifPresent(name -> tell("RESTORED", name, all));
        tell("CONNECTIONS_TABLE", data.tables.connections.getTableName(), all);
        tell(
                "ORIGINALS_BUCKET",
                data.storage.originals.getBucketName(),
                List.of(uploaded, thumbnails, gallery, admin, reconcile));
        tell(
                "MEDIA_BUCKET",
                data.storage.media.getBucketName(),
                List.of(thumbnails, admin, reconcile));
        tell(
                "THUMBNAIL_QUEUE_URL",
                queues.thumbnails.getQueueUrl(),
                List.of(uploaded, thumbnails, admin, reconcile));
        tell(
                "FAN_OUT_QUEUE_URL",
                queues.fanOut.getQueueUrl(),
                List.of(uploaded, thumbnails, fanOut, gallery, admin, reconcile));
        tell(
                "CONNECTIONS_ENDPOINT",
                live.callbackUrl(),
                List.of(uploaded, thumbnails, fanOut, gallery, admin, reconcile));
        tell("ADMIN_SECRET_ID", data.secrets.admin.getSecretArn(), List.of(admin));
        tell(
                "SIGNING_SECRET_ID",
                data.secrets.signing.getSecretArn(),
                List.of(admin, gallery, connection));
    }

    private static void tell(String variable, String value, List<KilatFunction> readers) {
        readers.forEach(reader -> reader.knows(variable, value));
    }
}
