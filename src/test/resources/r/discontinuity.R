# Jumps at a cutoff by rdrobust 4.0.0 (github.com/rdpackages/rdrobust, commit 34aac070469e), its functions read from source:
# Rscript discontinuity.R FOLDER-OF-ITS-R-FILES > discontinuity.txt
folder <- commandArgs(TRUE)[1]
library(MASS)
for (file in c("functions.R", "rdbwselect.R", "rdrobust.R")) source(file.path(folder, file))
data <- read.csv("discontinuity.csv")
tell <- function(name, fit) {
  values <- c(estimate = fit$coef[1], corrected = fit$coef[2], conventional = fit$se[1], robust = fit$se[3], low = fit$ci[3, 1],
    high = fit$ci[3, 2], h = fit$bws[1, 1], b = fit$bws[2, 1], left = fit$N_h[1], right = fit$N_h[2])
  cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "")
}
cat("# ", R.version.string, "; rdrobust 4.0.0\n", sep = "")
quiet <- function(...) suppressWarnings(rdrobust(...))
tell("triangular", quiet(data$y, data$x))
tell("uniform", quiet(data$y, data$x, kernel = "uniform"))
tell("epanechnikov", quiet(data$y, data$x, kernel = "epanechnikov"))
tell("quadratic", quiet(data$y, data$x, p = 2))
tell("covariate", quiet(data$y, data$x, covs = data$w))
tell("fuzzy", quiet(data$y, data$x, fuzzy = data$received))
tell("fuzzy-covariate", quiet(data$y, data$x, fuzzy = data$received, covs = data$w))
tell("weighted", quiet(data$y, data$x, weights = data$weight))
tell("weighted-given", quiet(data$y, data$x, weights = data$weight, h = 0.4, b = 0.4))
tell("given", quiet(data$y, data$x, h = 0.4, b = 0.4))
tell("cluster", quiet(data$y, data$x, cluster = data$cluster))
tell("cluster-given", quiet(data$y, data$x, cluster = data$cluster, h = 0.4, b = 0.4))
tell("heaped", quiet(data$y, data$heaped))
