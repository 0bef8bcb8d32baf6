package com.acme.desk;

import io.mts1b.contracts.Contracts;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {

    @TestFactory
    Stream<DynamicTest> contracts() {
        return Contracts.over("com.acme").house(Path.of("acme-house.yaml")).tests();
    }
}
