/**
 * The analyst's file: one SQLite database that holds proposals, studies, evidence, constraints and datasets, every edit
 * ever made to them, named versions, results and an audit trail. SQL is spoken here and nowhere else.
 */
@NullMarked
package org.worthwhile.workspace;

import org.jspecify.annotations.NullMarked;
