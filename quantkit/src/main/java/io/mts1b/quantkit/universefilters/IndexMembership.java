package io.mts1b.quantkit.universefilters;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lets in what was in an index on the day, rather than what is in it now: members of today are the winners of
 * yesterday.
 *
 * <p>Immutable and thread-safe.
 */
public final class IndexMembership implements UniverseFilter {

    private final SortedMap<InstrumentId, List<Spell>> spells = new TreeMap<>();

    /**
     * Some time during which an asset was in the index.
     *
     * @param asset the asset
     * @param first the first date in the index
     * @param last the last date in the index, not before {@code first}; empty while it is in
     */
    public record Spell(InstrumentId asset, LocalDate first, Optional<LocalDate> last) {

        /** Validates. */
        public Spell {
            Require.that(
                    last.isEmpty() || !last.get().isBefore(first),
                    "last must not be before first " + first + ", was " + last.orElse(first));
        }

        private boolean holds(LocalDate date) {
            return !date.isBefore(first) && (last.isEmpty() || !date.isAfter(last.get()));
        }
    }

    /**
     * Collects memberships.
     *
     * @param spells when assets were in the index, in any order; an asset may come and go
     */
    public IndexMembership(List<Spell> spells) {
        for (Spell spell : spells) {
            this.spells.computeIfAbsent(spell.asset(), _ -> new ArrayList<>()).add(spell);
        }
    }

    @Override
    public boolean[][] members(UniversePanel panel) {
        boolean[][] members =
                new boolean[panel.instruments().size()][panel.dates().size()];
        for (int a = 0; a < members.length; a++) {
            List<Spell> own = spells.getOrDefault(panel.instruments().get(a), List.of());
            for (int t = 0; t < members[a].length; t++) {
                LocalDate date = panel.dates().get(t);
                members[a][t] = own.stream().anyMatch(spell -> spell.holds(date));
            }
        }
        return members;
    }
}
