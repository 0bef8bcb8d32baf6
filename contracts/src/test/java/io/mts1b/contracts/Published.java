package io.mts1b.contracts;

import io.mts1b.testkit.maven.BuildProperties;
import io.mts1b.testkit.maven.MavenRepository;
import java.nio.file.Path;

/** What users get from us: the contracts and the list of versions they come with. */
final class Published {

    private Published() {}

    /** Fills a repository. */
    static MavenRepository into(Path folder) {
        MavenRepository repository = new MavenRepository(folder);
        String version = BuildProperties.VERSION.value();
        repository.putModule(Path.of(""), "mts1b-contracts", version);
        repository.putModule(Path.of("../bom"), "mts1b-bom", version);
        return repository;
    }
}
