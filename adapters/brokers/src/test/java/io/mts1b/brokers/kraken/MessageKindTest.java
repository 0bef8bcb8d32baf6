package io.mts1b.brokers.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.kraken.KrakenMessage.News;
import io.mts1b.platform.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageKindTest {

    private static final Instant RECEIVED = Instant.parse("2026-05-05T10:00:00Z");

    private static KrakenMessage read(MessageKind kind, String message) {
        return kind.read(message.replace('\'', '"').getBytes(StandardCharsets.UTF_8), RECEIVED, KrakenSymbols.house());
    }

    private static News event(String row) {
        return (News) read(
                MessageKind.WS,
                "{'channel':'executions','type':'update','data':[{" + row + ",'timestamp':'2026-05-05T10:00:00.123456Z'"
                        + ",'order_id':'OK4GJX','cl_ord_id':'AAAAAAAAAAAAAAAAAA'}],'sequence':8}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'exec_type':'pending_new','order_status':'pending_new' | []",
                "'exec_type':'new','order_status':'new' | Accepted[order=#, at=2026-05-05T10:00:00.123456Z]",
                "'exec_type':'filled','cum_qty':0.005 | []",
                "'exec_type':'status' | []",
                "'exec_type':'canceled','cum_qty':0.00300000,'reason':'User requested' | Canceled[order=#, at=2026-05-05T10:00:00.123456Z, filled=0.003, reason=User requested]",
                "'exec_type':'canceled' | Canceled[order=#, at=2026-05-05T10:00:00.123456Z, filled=null, reason=canceled by the venue]",
                "'exec_type':'expired','cum_qty':0 | Expired[order=#, at=2026-05-05T10:00:00.123456Z, filled=0]",
                "'exec_type':'trade','exec_id':'TGVB','symbol':'BTC/USD','side':'sell','last_qty':0.005,'last_price':26599.90,'liquidity_ind':'m','fees':[{'asset':'USD','qty':0.28}] | Traded[fill=VenueFill[fillId=TGVB, order=#, instrument=BTC-USD.KRAKEN, buys=false, quantity=0.005, price=26599.9, fee=0.28 USD, liquidity=MAKER, at=2026-05-05T10:00:00.123Z]]"
            })
    void an_execution_is_told_as_what_it_is(String row, String told) {
        String name = "OrderName[ours=AAAAAAAAAAAAAAAAAA, venues=OK4GJX]";
        News news = event(row);
        assertThat(news.sequence()).isEqualTo(8);
        assertThat(news.names()).hasToString("[" + name + "]");
        assertThat(news.messages()).hasToString(told.equals("[]") ? told : "[" + told.replace("#", name) + "]");
    }

    @Test
    void an_amendment_is_told_as_one_nobody_names() {
        News news = event("'exec_type':'amended','order_qty':5.1,'limit_price':0.96,'cum_qty':0");
        assertThat(news.messages()).isEmpty();
        assertThat(news.amended()).isEqualTo(news.names());
    }

    @Test
    void a_snapshot_tells_names_and_no_news() {
        News news = (News) read(
                MessageKind.WS,
                "{'channel':'executions','type':'snapshot','data':[{'order_id':'O1','exec_type':'new',"
                        + "'timestamp':'2026-05-05T10:00:00Z'}],'sequence':1}");
        assertThat(news.snapshot()).isTrue();
        assertThat(news.messages()).isEmpty();
        assertThat(news.names()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'exec_type':'surprise' | must be an event that Kraken documents",
                "'exec_type':'trade','exec_id':'T','symbol':'BTCUSD','side':'sell' | KRAKEN-WS2 symbol must be",
                "'exec_type':'trade','exec_id':'T','symbol':'BTC/USD','side':'short' | must be buy or sell",
                "'exec_type':'trade','exec_id':'T','symbol':'BTC/USD','side':'buy','last_qty':-1 | must not be negative",
                "'exec_type':'trade','exec_id':'T','symbol':'BTC/USD','side':'buy','last_qty':1e30 | does not fit",
                "'exec_type':'trade','exec_id':'T','symbol':'BTC/USD','side':'buy','last_qty':0,'last_price':1,'fees':[] | quantity must be positive",
                "'exec_type':'trade','exec_id':'T','symbol':'BTC/USD','side':'buy','last_qty':1,'last_price':1,'fees':[{'asset':'USD','qty':1},{'asset':'EUR','qty':1}] | must be in one currency",
                "'exec_type':'canceled','cum_qty':'NaN' | is refused"
            })
    void what_is_not_known_is_refused(String row, String reason) {
        assertThatThrownBy(() -> event(row)).isInstanceOf(JsonException.class).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'method':'batch_add','result':[{'order_id':'O1','order_userref':1},{'order_id':'O2','cl_ord_id':'mine'}] | batch_add | [Part[order=OrderName[ours=null, venues=O1], error=null], Part[order=OrderName[ours=mine, venues=O2], error=null]]",
                "'method':'batch_cancel','result':{'count':3} | batch_cancel | []",
                "'method':'cancel_all_orders_after','result':{'currentTime':'2023-09-21T15:49:29Z','triggerTime':'2023-09-21T15:51:09Z'} | cancel_all_orders_after | []"
            })
    void a_command_on_the_stream_is_answered_as_the_venue_documents_it(String answer, String method, String parts) {
        String told = "Answer[method=" + method + ", request=7, error=null, parts=" + parts + ", at=";
        String message = "{" + answer + ",'req_id':7,'success':true,'time_out':'2022-06-13T08:09:10.7890123%s'}";
        for (String zone : List.of("", "Z", "+00:00")) {
            assertThat(read(MessageKind.WS, message.formatted(zone)))
                    .hasToString(told + "2022-06-13T08:09:10.789012300Z]");
        }
        assertThat(read(MessageKind.WS, message.formatted("+01:00")))
                .hasToString(told + "2022-06-13T07:09:10.789012300Z]");
        assertThatThrownBy(() -> read(MessageKind.WS, message.formatted("?")))
                .hasMessageContaining("time_out is refused");
    }

    @Test
    void a_batch_that_is_no_list_and_an_unknown_method_are_refused() {
        assertThatThrownBy(() -> read(MessageKind.WS, "{'method':'batch_add','success':true,'result':{'count':3}}"))
                .hasMessageContaining("result must be an array");
        assertThatThrownBy(() -> read(MessageKind.WS, "{'method':'cancel_after','success':true,'result':{}}"))
                .hasMessageContaining("method must be a method of the private stream");
    }

    @Test
    void errors_of_the_venue_are_its_word_and_warnings_are_not() {
        assertThat(read(MessageKind.BALANCE, "{'error':['EAPI:Invalid nonce']}"))
                .isEqualTo(new KrakenMessage.Refused(List.of("EAPI:Invalid nonce")));
        assertThat(read(MessageKind.CANCEL_ORDER, "{'error':['WGeneral:Slow'],'result':{'count':1}}"))
                .hasToString("Answer[method=cancel_order, request=null, error=null, parts=[], at=null]");
        assertThat(read(MessageKind.CANCEL_ORDER, "{'error':[],'result':{'count':0}}"))
                .asString()
                .contains("error=nothing was canceled");
        assertThat(read(MessageKind.FUTURES_OPEN_ORDERS, "{'result':'error','error':'apiLimitExceeded'}"))
                .isEqualTo(new KrakenMessage.Refused(List.of("apiLimitExceeded")));
    }

    @ParameterizedTest
    @CsvSource({
        "XXBT, BTC", "XBT, BTC", "ZUSD, USD", "USD, USD", "ZEUR, EUR", "XETH, ETH", "ETH, ETH", "XXDG, DOGE",
        "USDT, USDT", "ZJPY, JPY", "ZGBP, GBP", "ZAUD, AUD", "ZCAD, CAD", "XXMR, XMR", "XLTC, LTC", "XBT.F, BTC",
        "CHF, CHF"
    })
    void assets_are_those_of_the_symbology(String code, String currency) {
        assertThat(read(MessageKind.BALANCE, "{'error':[],'result':{'" + code + "':'1.50'}}"))
                .hasToString("Balances[amounts={" + currency + "=1.5}]");
    }

    @Test
    void what_earns_apart_is_no_part_of_the_account_and_what_is_unknown_is_refused() {
        assertThat(read(MessageKind.BALANCE, "{'error':[],'result':{'ETH2.S':'3','XBT.M':'1','XXBT':'1','XBT.F':'2'}}"))
                .hasToString("Balances[amounts={BTC=3}]");
        assertThatThrownBy(() -> read(MessageKind.BALANCE, "{'error':[],'result':{'QQQQQ9':'3'}}"))
                .hasMessageContaining("KRAKEN-REST asset must be one that the tables know, was 'QQQQQ9'");
        assertThatThrownBy(() -> read(MessageKind.BALANCE, "{'error':[],'result':{'USD.Q':'3'}}"))
                .hasMessageContaining("was 'USD.Q'");
    }

    @Test
    void balances_are_read_as_the_venue_documents_them() {
        assertThat(read(MessageKind.BALANCE, """
                        {'error':[],'result':{'ZUSD':'171288.6158','ZEUR':'504861.8946','XXBT':'1011.1908877900',
                          'XETH':'818.5500000000','USDT':'500000.00000000','DAI':'9999.9999999999','DOT':'2.5000000000',
                          'ETH2.S':'198.3970800000','ETH2':'2.5885574330','USD.M':'1213029.2780',
                          'AAPLx.T':'3.0','USD.HOLD':'50.00'}}"""))
                .hasToString("Balances[amounts={BTC=1011.19088779, DAI=9999.9999999999, DOT=2.5, ETH=818.55, "
                        + "EUR=504861.8946, USD=171288.6158, USDT=500000}]");
    }

    private static KrakenMessage closed(String first, String second) {
        return read(MessageKind.CLOSED_ORDERS, """
                {'error':[],'result':{'closed':{
                  'O37652-RJWRT-IMO74O':{'refid':'None','userref':1,'status':'canceled','reason':'User requested',
                    'descr':{'pair':'XBTGBP','type':'buy','ordertype':'stop-loss-limit','price':'%s',
                      'price2':'%s','leverage':'none','order':'buy 0.00100000 XBTGBP @ limit 23667.0','close':''},
                    'vol':'0.00100000','vol_exec':'0.00000000','price':'0.00000','stopprice':'0.00000',
                    'limitprice':'0.00000','misc':'','oflags':'fciq','trigger':'index'},
                  'O6YDQ5-LOMWU-37YKEE':{'refid':'None','userref':36493663,'status':'canceled',
                    'descr':{'pair':'XBTEUR','type':'buy','ordertype':'take-profit-limit','price':'27743.0',
                      'price2':'0','leverage':'none','order':'buy 0.00100000 XBTEUR @ limit 27743.0','close':''},
                    'vol':'0.00100000','vol_exec':'0.00000000','price':'0.00000','oflags':'fciq'}},'count':2}}
                """.formatted(first, second));
    }

    @Test
    void a_stop_limit_that_was_woken_is_read_with_all_others_and_its_type_is_not_guessed() {
        assertThat(((KrakenMessage.Orders) closed("23667.0", "0")).orders())
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.type()).isNull());
        assertThat(((KrakenMessage.Orders) closed("23667.0", "23700.0"))
                        .orders()
                        .getFirst()
                        .type())
                .hasToString("StopLimit[stop=23667, limit=23700]");
        assertThatThrownBy(() -> closed("0", "0")).hasMessageContaining("must come with a stop price");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "true | stop_order_triggered | []",
                "false | stop_order_triggered | []",
                "true | order_for_edit_not_found | [ReplaceRejected[order=#, at=2026-05-05T10:00:00Z, reason=order_for_edit_not_found]]",
                "false | order_for_edit_not_found | [ReplaceRejected[order=#, at=2026-05-05T10:00:00Z, reason=order_for_edit_not_found]]",
                "true | cancelled_by_user | [Canceled[order=#, at=2026-05-05T10:00:00Z, filled=null, reason=cancelled_by_user]]"
            })
    void an_open_future_is_told_as_what_became_of_it(boolean gone, String reason, String told) {
        News news = (News) read(
                MessageKind.FUTURES_WS,
                "{'feed':'open_orders','order_id':'660c6b23','is_cancel':" + gone + ",'reason':'" + reason + "'}");
        String name = "OrderName[ours=null, venues=660c6b23]";
        assertThat(news.names()).hasToString("[" + name + "]");
        assertThat(news.messages()).hasToString(told.replace("#", name));
    }

    private static final String OPEN_FUTURES = """
            {'feed':'open_orders_snapshot','account':'e258dba9','orders':[
              {'instrument':'PI_XBTUSD','time':1612275024153,'last_update_time':1612275024153,'qty':1000,'filled':0,
               'limit_price':34900,'stop_price':13789,'type':'stop','order_id':'723ba95f','direction':1,
               'reduce_only':false,'triggerSignal':'last'},
              {'instrument':'PI_XBTUSD','time':1612275024153,'last_update_time':1612275178153,'qty':12,'filled':0,
               'stop_price':3200.1,'type':'trailing_stop','order_id':'59302619','cli_ord_id':'mine','direction':1,
               'reduce_only':false,'triggerSignal':'mark','trailing_stop_options':{'max_deviation':20.0,'unit':'percent'}},
              {'instrument':'PI_XBTUSD','time':1612275209430,'last_update_time':1612275209430,'qty':1000,'filled':0,
               'limit_price':35058,'stop_price':0,'type':'limit','order_id':'7a2f793e','direction':1,'reduce_only':false}]}""";

    @Test
    void a_snapshot_of_open_futures_tells_names_and_no_news() {
        assertThat(read(MessageKind.FUTURES_WS, OPEN_FUTURES))
                .hasToString("News[messages=[], names=[OrderName[ours=null, venues=723ba95f], "
                        + "OrderName[ours=mine, venues=59302619], OrderName[ours=null, venues=7a2f793e]], "
                        + "amended=[], sequence=null, snapshot=true]");
        assertThatThrownBy(() -> read(MessageKind.FUTURES_WS, OPEN_FUTURES.replace("trailing_stop'", "surprise'")))
                .hasMessageContaining("orders[1].type must be an order type that Kraken documents");
    }

    /** An order of the futures market as its events tell it. */
    private static final String FUTURE = """
            {'orderId':'61ca5732','cliOrdId':'mine','type':'lmt','symbol':'PI_XBTUSD','side':'buy','quantity':10,'filled':4,
             'limitPrice':7500,'reduceOnly':false,'timestamp':'2019-12-11T17:17:33.888Z',
             'lastUpdateTimestamp':'2019-12-11T17:17:33.888Z'}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'type':'PLACE','order':#,'reducedQuantity':null | quantity=10 standing=WORKING filled=4",
                "'type':'CANCEL','uid':'61ca5732','order':# | quantity=10 standing=CANCELED filled=4",
                "'type':'REJECT','uid':'61ca5732','reason':'IOC_WOULD_NOT_EXECUTE','order':# | quantity=10 standing=REJECTED filled=4",
                "'type':'EDIT','old':{},'new':# | quantity=10 standing=WORKING filled=4",
                "'type':'EXECUTION','executionId':'e1ec','price':7244.5,'amount':5,'orderPriorEdit':null,'orderPriorExecution':#,'takerReducedQuantity':null | quantity=10 standing=WORKING filled=9",
                "'type':'EXECUTION','executionId':'e1ec','price':7244.5,'amount':6,'orderPriorExecution':# | quantity=10 standing=FILLED filled=10"
            })
    void an_event_of_a_future_says_where_its_order_stands(String event, String told) {
        String message = "{'orderEvents':[{" + event.replace("#", FUTURE) + "}]}";
        KrakenMessage.Orders orders = (KrakenMessage.Orders) read(MessageKind.FUTURES_ORDER_EVENTS, message);
        assertThat(orders.orders()).singleElement().satisfies(order -> {
            assertThat(order.name()).hasToString("OrderName[ours=mine, venues=61ca5732]");
            assertThat("quantity=" + order.ordered() + " standing=" + order.standing() + " filled=" + order.filled())
                    .isEqualTo(told);
        });
    }

    @Test
    void an_event_of_a_future_that_nobody_documents_is_refused() {
        assertThatThrownBy(() -> read(
                        MessageKind.FUTURES_ORDER_EVENTS,
                        "{'orderEvents':[{'type':'SURPRISE','order':" + FUTURE + "}]}"))
                .hasMessageContaining("orderEvents[0].type must be an event that Kraken documents");
    }

    @Test
    void a_future_that_waits_for_its_price_has_both_names() {
        assertThat(read(MessageKind.FUTURES_SEND_ORDER, """
                        {'result':'success','sendStatus':{'status':'placed','orderEvents':[{'type':'PLACE','orderTrigger':{
                          'uid':'abc','clientId':'mine','type':'stp','symbol':'PF_XBTUSD','side':'buy','quantity':1,
                          'limitPrice':null,'triggerPrice':70000,'triggerSide':'trigger_above',
                          'triggerSignal':'mark_price','reduceOnly':false}}]}}"""))
                .asString()
                .contains("error=null, parts=[Part[order=OrderName[ours=mine, venues=abc], error=null]]");
    }

    private static KrakenMessage answered(MessageKind kind, String status) {
        return read(
                kind,
                "{'result':'success','" + (kind == MessageKind.FUTURES_SEND_ORDER ? "send" : "cancel") + "Status':{"
                        + status.replace("#", FUTURE) + "},'serverTime':'2020-07-22T13:26:20.806Z'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "SEND | 'order_id':'61ca5732','status':'placed','orderEvents':[{'type':'EXECUTION','amount':6,'price':7244.5,'orderPriorExecution':#}] | null | [Part[order=OrderName[ours=null, venues=61ca5732], error=null]]",
                "SEND | 'order_id':'61ca5732','cliOrdId':'mine','status':'filled' | null | [Part[order=OrderName[ours=mine, venues=61ca5732], error=null]]",
                "SEND | 'order_id':'61ca5732','status':'partiallyFilled' | null | [Part[order=OrderName[ours=null, venues=61ca5732], error=null]]",
                "SEND | 'order_id':'61ca5732','status':'iocWouldNotExecute','orderEvents':[{'type':'REJECT','uid':'61ca5732','reason':'IOC_WOULD_NOT_EXECUTE','order':#}] | iocWouldNotExecute | [Part[order=OrderName[ours=null, venues=61ca5732], error=iocWouldNotExecute]]",
                "SEND | 'status':'insufficientAvailableFunds','receivedTime':'2020-07-22T13:26:20.806Z' | insufficientAvailableFunds | []",
                "CANCEL | 'order_id':'61ca5732','status':'cancelled','orderEvents':[{'type':'CANCEL','uid':'61ca5732','order':#}] | null | [Part[order=OrderName[ours=null, venues=61ca5732], error=null]]",
                "CANCEL | 'status':'notFound','receivedTime':'2020-07-22T13:26:20.806Z' | notFound | []",
                "CANCEL | 'order_id':'61ca5732','status':'filled' | filled | [Part[order=OrderName[ours=null, venues=61ca5732], error=filled]]"
            })
    void a_command_about_a_future_is_answered_as_the_venue_says(
            String command, String status, String error, String parts) {
        assertThat(answered(MessageKind.valueOf("FUTURES_" + command + "_ORDER"), status))
                .asString()
                .contains("error=" + error + ", parts=" + parts + ", at=2020-07-22T13:26:20.806Z");
    }

    @Test
    void a_future_that_was_placed_must_have_a_name() {
        assertThatThrownBy(() -> answered(MessageKind.FUTURES_SEND_ORDER, "'status':'placed'"))
                .hasMessageContaining("sendStatus must name the order");
    }

    @Test
    void a_token_is_not_shown() {
        KrakenMessage token =
                read(MessageKind.WS_TOKEN, "{'error':[],'result':{'token':'1Dwc4lzSwNWOAwkMdqhs','expires':900}}");
        assertThat(token).asString().doesNotContain("1Dwc").contains("seconds=900");
        assertThatThrownBy(() -> read(MessageKind.WS_TOKEN, "{'error':[],'result':{'token':'a b','expires':900}}"))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void oversized_and_twice_named_are_refused() {
        assertThatThrownBy(
                        () -> MessageKind.WS.read(new byte[MessageKind.LONGEST + 1], RECEIVED, KrakenSymbols.house()))
                .hasMessageContaining("must be at most 4194304 long");
        assertThatThrownBy(() -> read(MessageKind.WS, "{'channel':'heartbeat','channel':'status'}"))
                .hasMessageContaining("is there twice");
        assertThatThrownBy(() -> MessageKind.parse("orders"))
                .hasMessageContaining("message must be one of [add-order,");
    }
}
