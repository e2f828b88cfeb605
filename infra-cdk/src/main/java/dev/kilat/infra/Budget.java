package dev.kilat.infra;

import java.math.BigDecimal;
import java.util.List;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/// Says when the account's month costs more than its owner meant it to: at 80 % spent, and when the
/// forecast passes the whole.
final class Budget {
    private Budget() {}

    static void limit(Construct scope, Topic topic, BigDecimal monthlyUsd) {
        CfnBudget.Builder.create(scope, "Budget")
                .budget(
                        CfnBudget.BudgetDataProperty.builder()
                                .budgetType("COST")
                                .timeUnit("MONTHLY")
                                .budgetLimit(
                                        CfnBudget.SpendProperty.builder()
                                                .amount(monthlyUsd)
                                                .unit("USD")
                                                .build())
                                .build())
                .notificationsWithSubscribers(
                        List.of(notice(topic, "ACTUAL", 80), notice(topic, "FORECASTED", 100)))
                .build();
    }

    private static CfnBudget.NotificationWithSubscribersProperty notice(
            Topic topic, String kind, int percent) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(
                        CfnBudget.NotificationProperty.builder()
                                .notificationType(kind)
                                .comparisonOperator("GREATER_THAN")
                                .threshold(percent)
                                .thresholdType("PERCENTAGE")
                                .build())
                .subscribers(
                        List.of(
                                CfnBudget.SubscriberProperty.builder()
                                        .subscriptionType("SNS")
                                        .address(topic.getTopicArn())
                                        .build()))
                .build();
    }
}
