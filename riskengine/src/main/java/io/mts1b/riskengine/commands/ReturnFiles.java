package io.mts1b.riskengine.commands;

import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.quantkit.commands.PriceTable;
import io.mts1b.riskengine.portfoliorisk.ReturnHistory;
import java.nio.file.Path;

/** Reads the returns that risk is measured by. */
public final class ReturnFiles {

    private ReturnFiles() {}

    /**
     * Reads a table of prices: CSV, the date first, then a column per instrument.
     *
     * @param prices the file
     * @return the returns of the periods in which every instrument has one
     * @throws IllegalArgumentException if it is no such table, saying where
     */
    public static ReturnHistory read(Path prices) {
        PriceTable table = PriceTable.read(prices);
        double[][] columns = table.completeReturns(0);
        double[][] rows = new double[columns[0].length][columns.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                rows[row][column] = columns[column][row];
            }
        }
        return new ReturnHistory(
                table.assets().stream().map(InstrumentId::parse).toList(), rows);
    }
}
