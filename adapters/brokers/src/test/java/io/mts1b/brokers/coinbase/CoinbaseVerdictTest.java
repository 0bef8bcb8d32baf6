package io.mts1b.brokers.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.symbology.Symbology;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoinbaseVerdictTest {

    /** One member of an answer may know the reason that another does not; only if none does, nobody knows what was done. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    create-order | {"success":false,"error_response":{"error":"UNKNOWN_FAILURE_REASON","message":"","error_details":"","preview_failure_reason":"PREVIEW_STOP_PRICE_ABOVE_LAST_TRADE_PRICE"}} | Refused[reason=PREVIEW_STOP_PRICE_ABOVE_LAST_TRADE_PRICE]
                    create-order | {"success":false,"error_response":{"error":"UNKNOWN_FAILURE_REASON","message":"no","preview_failure_reason":"UNKNOWN_PREVIEW_FAILURE_REASON","new_order_failure_reason":"INVALID_SIDE"}} | Refused[reason=INVALID_SIDE: no]
                    create-order | {"success":false,"error_response":{"error":"INSUFFICIENT_FUND","message":"","preview_failure_reason":"PREVIEW_INSUFFICIENT_FUND"}} | Refused[reason=INSUFFICIENT_FUND]
                    create-order | {"success":false,"error_response":{"error":"UNKNOWN_FAILURE_REASON","message":"try later","preview_failure_reason":"UNKNOWN_PREVIEW_FAILURE_REASON","new_order_failure_reason":"UNKNOWN_FAILURE_REASON"}} | Doubt[reason=UNKNOWN_FAILURE_REASON: try later]
                    create-order | {"success":false,"error_response":{"error":"","preview_failure_reason":"UNKNOWN_PREVIEW_FAILURE_REASON"}} | Doubt[reason=UNKNOWN_PREVIEW_FAILURE_REASON]
                    edit-order | {"success":false,"errors":[{"edit_failure_reason":"UNKNOWN_EDIT_ORDER_FAILURE_REASON","preview_failure_reason":"PREVIEW_INVALID_LIMIT_PRICE"}]} | Refused[reason=PREVIEW_INVALID_LIMIT_PRICE]
                    edit-order | {"success":false,"errors":[{"edit_failure_reason":"UNKNOWN_EDIT_ORDER_FAILURE_REASON","preview_failure_reason":"UNKNOWN_PREVIEW_FAILURE_REASON"}]} | Doubt[reason=UNKNOWN_EDIT_ORDER_FAILURE_REASON]
                    cancel-orders | {"results":[{"success":false,"failure_reason":"UNKNOWN_CANCEL_FAILURE_REASON","order_id":"o-1"}]} | Doubt[reason=UNKNOWN_CANCEL_FAILURE_REASON]
                    cancel-orders | {"results":[{"success":false,"failure_reason":"UNKNOWN_CANCEL_ORDER","order_id":"o-1"}]} | Refused[reason=UNKNOWN_CANCEL_ORDER]
                    """)
    void a_failure_is_refused_for_the_reason_that_is_known(String kind, String answer, String verdict) {
        CoinbaseMessage read =
                CoinbaseKind.parse(kind).read(answer.getBytes(StandardCharsets.UTF_8), Symbology.house());
        assertThat(CoinbaseVerdict.of(read, 200)).hasToString(verdict);
    }
}
