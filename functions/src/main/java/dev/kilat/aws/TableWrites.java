package dev.kilat.aws;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// The shapes of writes that a transaction on one table is made of.
record TableWrites(String table) {
    TransactWriteItem update(Update.Builder update) {
        return TransactWriteItem.builder().update(update.tableName(table).build()).build();
    }

    TransactWriteItem put(Map<String, AttributeValue> item, Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(whole(item, key)))
                .build();
    }

    TransactWriteItem putNew(Map<String, AttributeValue> item, Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(whole(item, key))
                                .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    TransactWriteItem delete(Map<String, AttributeValue> key) {
        return delete(Delete.builder().key(key));
    }

    TransactWriteItem delete(Delete.Builder delete) {
        return TransactWriteItem.builder().delete(delete.tableName(table).build()).build();
    }

    private static Map<String, AttributeValue> whole(
            Map<String, AttributeValue> item, Map<String, AttributeValue> key) {
        Map<String, AttributeValue> whole = new HashMap<>(item);
        whole.putAll(key);
        return whole;
    }
}
