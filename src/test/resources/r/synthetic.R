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
