package org.worthwhile.desktop.table;

/** A cell of a sheet, both counted from 0. */
public record CellPlace(int row, int column) {}
