package org.worthwhile.desktop.editor;

import org.worthwhile.workspace.Document;

/**
 * Where a row of a table stands.
 *
 * @param pointer within the document; empty for the whole of it
 * @param line the title of the line that the row belongs to, where it is part of one
 */
record RowPlace(Document document, String pointer, String line) {}
