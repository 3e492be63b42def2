package org.worthwhile.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which formulas are copies of one another. */
class CopiedFormulasTest {

    @Test
    void copiesAlongARowAndDownAColumnAreTheSame() {
        assertThat(CopiedFormulas.relative("SUMIFS('1 bau'!G$5:G$9,$B4,\"Cost\")-G12", 20, 6))
                .isEqualTo(CopiedFormulas.relative("SUMIFS('1 bau'!H$5:H$9,$B4,\"Cost\")-H12", 20, 7))
                .isEqualTo(CopiedFormulas.relative("SUMIFS('1 bau'!AA$5:AA$9,$B5,\"Cost\")-AA13", 21, 26));
    }

    @Test
    void aReferenceThatStaysIsNotOneThatMoves() {
        assertThat(CopiedFormulas.relative("$A$1+B2", 0, 0)).isNotEqualTo(CopiedFormulas.relative("$B$1+C2", 0, 1));
        assertThat(CopiedFormulas.relative("A1", 0, 0)).isNotEqualTo(CopiedFormulas.relative("A1", 0, 1));
        assertThat(CopiedFormulas.relative("$A$1", 3, 4)).isEqualTo(CopiedFormulas.relative("$A$1", 5, 6));
    }

    @Test
    void textsNamesOfSheetsFunctionsAndNumbersStayAsTheyAre() {
        assertThat(CopiedFormulas.relative("IF(LOG10(2)>1E5,\"A1\",'B2'!C3)", 2, 2))
                .isEqualTo("IF(LOG10(2)>1E5,\"A1\",'B2'!C[0]R[0])");
        assertThat(CopiedFormulas.relative("\"it\"\"s A1\"&TRUE", 2, 2)).isEqualTo("\"it\"\"s A1\"&TRUE");
    }
}
