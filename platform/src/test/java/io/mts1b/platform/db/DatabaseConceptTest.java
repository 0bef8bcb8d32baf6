package io.mts1b.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.Contracts;
import io.mts1b.contracts.house.Concept;
import io.mts1b.contracts.house.HouseFile;
import io.mts1b.contracts.rules.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever opens databases a second time is sent here, and finds what they are sent to. */
class DatabaseConceptTest {

    private static final Concept CONCEPT = HouseFile.standard().concepts().stream()
            .filter(concept -> concept.number() == 13)
            .findFirst()
            .orElseThrow();

    @TempDir
    private Path project;

    @Test
    void its_types_stand_in_its_home() throws ClassNotFoundException {
        assertThat(CONCEPT.room()).isEqualTo(Database.class.getPackageName());
        for (String type : CONCEPT.canonical()) {
            assertThat(Class.forName(CONCEPT.room() + "." + type)).isPublic();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ConnectionPool | Object open() { return this; } | is defined a second time by its name",
                "Store | Object open() throws Exception { return java.sql.DriverManager.getConnection(\"\"); }"
                        + " | is built a second time: use of java.sql.DriverManager",
                "Store | Object open() { return new com.zaxxer.hikari.HikariDataSource(); }"
                        + " | is built a second time: use of com.zaxxer.hikari.HikariDataSource",
                "Store | Object open() { return new org.postgresql.ds.PGSimpleDataSource(); }"
                        + " | is built a second time: use of org.postgresql.ds.PGSimpleDataSource",
                "Store | Object open() { return org.flywaydb.core.Flyway.configure(); }"
                        + " | is built a second time: use of org.flywaydb.core.Flyway"
            })
    void a_second_one_elsewhere_is_found(String type, String method, String message) throws Exception {
        Files.writeString(
                project.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>com.acme</groupId>"
                        + "<artifactId>desk</artifactId><version>1</version></project>");
        Path source = project.resolve("src/main/java/com/acme/desk/" + type + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "package com.acme.desk;\n\nfinal class " + type + " {\n    " + method + "\n}\n");
        String classes =
                Files.createDirectories(project.resolve("target/classes")).toString();
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", classes, source.toString()))
                .isZero();

        List<String> found = Contracts.over("com.acme").in(project).outcomes().stream()
                .map(Outcome::violations)
                .flatMap(List::stream)
                .map(Object::toString)
                .toList();

        assertThat(found)
                .singleElement()
                .asString()
                .contains("concept 13, Database pools, " + message)
                .contains("src/main/java/com/acme/desk/" + type + ".java")
                .contains("platform, package io.mts1b.platform.db (Database)");
    }
}
