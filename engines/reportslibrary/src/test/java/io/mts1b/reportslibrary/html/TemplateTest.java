package io.mts1b.reportslibrary.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void fills_slots_and_looks_at_no_value_twice() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("a", "{{b}}");
        values.put("b", "$1 \\");

        assertThat(Template.parse("<{{a}}|{{b}}> {{ c }} {d}").fill(values)).isEqualTo("<{{b}}|$1 \\> {{ c }} {d}");
    }

    @Test
    void refuses_values_without_slots_and_slots_without_values() {
        Template template = Template.parse("{{a}}");

        assertThatThrownBy(() -> template.fill(Map.of())).hasMessage("values must be for [a], were for []");
        assertThatThrownBy(() -> template.fill(Collections.singletonMap("b", "")))
                .hasMessage("values must be for [a], were for [b]");
    }

    @Test
    void escapes_what_could_end_an_element() {
        assertThat(Escape.html("<a href=\"x\" title='y'>&amp;</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
        assertThat(Escape.json("{\"a\":\"</script><!--&\"}"))
                .isEqualTo("{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\"}");
    }
}
