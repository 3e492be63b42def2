# Synthetic controls by synthdid 0.0.9 (github.com/synth-inference/synthdid, commit 70c1ce3eac58), its functions read from source:
# Rscript synthetic.R FOLDER-OF-ITS-R-FILES > synthetic.txt
folder <- commandArgs(TRUE)[1]
for (file in c("utils.R", "solver.R", "synthdid.R", "vcov.R")) source(file.path(folder, file))
tell <- function(name, ...) { values <- c(...); cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "") }
cat("# ", R.version.string, "; synthdid 0.0.9\n", sep = "")
data <- read.csv("synthetic.csv")
setup <- panel.matrices(data, unit = "unit", time = "year", outcome = "y", treatment = "treated")
estimators <- list(syntheticDid = synthdid_estimate, syntheticControl = sc_estimate, did = did_estimate)
for (name in names(estimators)) {
  found <- estimators[[name]](setup$Y, setup$N0, setup$T0)
  weights <- attr(found, "weights")
  units <- setNames(weights$omega, paste0("unit", rownames(setup$Y)[1:setup$N0]))
  tell(name, estimate = as.numeric(found), units)
  if (name == "syntheticDid") tell(name, setNames(weights$lambda, paste0("time", colnames(setup$Y)[1:setup$T0])))
  if (name != "syntheticControl") tell(name, jackknife = sqrt(vcov(found, method = "jackknife")[1, 1]))
}

# Every two controls taken for the treated, weights sought from those of the estimate, as vcov(method = "placebo") does with some.
found <- synthdid_estimate(setup$Y, setup$N0, setup$T0)
weights <- attr(found, "weights")
opts <- attr(found, "opts")
opts$update.omega <- opts$update.lambda <- TRUE
effects <- apply(combn(setup$N0, 2), 2, function(chosen) {
  kept <- setdiff(seq_len(setup$N0), chosen)
  start <- list(omega = sum_normalize(weights$omega[kept]), lambda = weights$lambda)
  as.numeric(do.call(synthdid_estimate, c(list(Y = setup$Y[c(kept, chosen), ], N0 = length(kept), T0 = setup$T0, weights = start), opts)))
})
tell("placebo", error = sqrt(mean((effects - mean(effects))^2)), p = (1 + sum(abs(effects) >= abs(as.numeric(found)))) / (1 + length(effects)))

# How well treated and weighted controls go together, a constant gap taken off, and an earlier start of treatment.
gap <- colMeans(setup$Y[setup$N0 + 1:2, ]) - as.vector(weights$omega %*% setup$Y[1:setup$N0, ])
gap <- gap - mean(gap[1:setup$T0])
before <- sqrt(mean(gap[1:setup$T0]^2))
earlier <- synthdid_estimate(setup$Y[, 1:setup$T0], setup$N0, 6)
tell("checks", preFit = before, ratio = sqrt(mean(gap[-(1:setup$T0)]^2)) / before, earlier = as.numeric(earlier))
