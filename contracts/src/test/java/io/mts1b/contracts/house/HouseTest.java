package io.mts1b.contracts.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseTest {

    private static final House HOUSE = HouseFile.standard();

    @ParameterizedTest
    @CsvSource({
        "riskengine, foundation",
        "riskengine, portfolio",
        "cloudburst, datalake",
        "frontends, docs",
        "benchmarks, oms",
        "user, treasury",
        "user, docs"
    })
    void lets_edges_go_down_and_to_the_side_where_it_names_them(String from, String to) {
        assertThat(HOUSE.objection(artifact(from), artifact(to).orElseThrow())).isEmpty();
        assertThat(HOUSE.objectionInTests(artifact(from), artifact(to).orElseThrow()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "foundation, platform, 'edges go down, this one goes up'",
        "portfolio, riskengine, the house names no such edge on floor 3",
        "datalake, gpubacktester, the house names no such edge on floor 4",
        "docs, foundation, what stands on no floor uses nothing",
        "oms, docs, only the top floor may use what stands on no floor",
        "oms, testkit, a build tool is for tests alone",
        "user, testkit, a build tool is for tests alone"
    })
    void objects(String from, String to, String why) {
        assertThat(HOUSE.objection(artifact(from), artifact(to).orElseThrow())).hasValue(why);
    }

    @ParameterizedTest
    @CsvSource({"oms, testkit", "docs, oms", "user, contracts"})
    void lets_tests_use_build_tools_and_the_documentation_everything(String from, String to) {
        assertThat(HOUSE.objectionInTests(artifact(from), artifact(to).orElseThrow()))
                .isEmpty();
    }

    @Test
    void does_not_let_tests_look_up() {
        assertThat(HOUSE.objectionInTests(artifact("quantkit"), artifact("oms").orElseThrow()))
                .hasValue("edges go down, this one goes up");
    }

    @Test
    void tells_rooms_apart_that_begin_alike() {
        assertThat(HOUSE.holderOf("io.mts1b.oms.Order")).map(Artifact::name).hasValue("oms");
        assertThat(HOUSE.holderOf("io.mts1b.omsalgos.Twap")).map(Artifact::name).hasValue("oms-algos");
        assertThat(HOUSE.holderOf("io.mts1b.omsx.Twap")).isEmpty();
    }

    private static Optional<Artifact> artifact(String name) {
        return HOUSE.artifacts().stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
