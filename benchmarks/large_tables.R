# What the R packages for it take to do the jobs of benchmarks/large_tables.sh: Rscript benchmarks/large_tables.R JOB FOLDER
# Needs data.table and MatchIt; the job of fixed effects needs fixest.
arguments <- commandArgs(TRUE)
folder <- arguments[2]
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)

summaries <- function(x) {
    list(sum(is.na(x)), uniqueN(x), if (is.numeric(x)) range(x, na.rm = TRUE), if (is.numeric(x)) mean(x, na.rm = TRUE))
}

switch(arguments[1],
    read = invisible(fread(file.path(folder, "wide.csv"))),
    wide = print(length(lapply(fread(file.path(folder, "wide.csv")), summaries))),
    effects = {
        rows <- fread(file.path(folder, "effects.csv"))
        regressors <- paste0("x", 0:9, collapse = " + ")
        print(fixest::feols(as.formula(paste("y ~", regressors, "| unit + time")), rows,
                            cluster = ~unit, nthreads = 2))
    },
    matching = {
        rows <- as.data.frame(fread(file.path(folder, "matching.csv")))
        found <- MatchIt::matchit(treated ~ x0 + x1 + x2 + x3 + x4, rows)
        print(summary(lm(y ~ treated, MatchIt::match.data(found), weights = weights)))
    })
