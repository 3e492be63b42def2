# Reference values for DetectableDriftTest: the power of F tests. Recorded with R 4.2.2. Run: Rscript detectable-drift.R
options(digits = 12)
power <- function(ncp, k, df) 1 - pf(qf(0.95, k, df), k, df, ncp = ncp)
cat("power 5 3 20", power(5, 3, 20), "\n")
cat("power 30 6 8", power(30, 6, 8), "\n")
cat("power 0 2 10", power(0, 2, 10), "\n")
# Two estimates of variance 1 and covariance 1/2, a drift by 1 a period moves them by -1 and -2, 12 degrees of freedom.
v <- matrix(c(1, 0.5, 0.5, 1), 2)
d <- c(-1, -2)
unit <- drop(t(d) %*% solve(v) %*% d)
for (wanted in c(0.5, 0.8)) {
  ncp <- uniroot(function(x) power(x, 2, 11) - wanted, c(0.01, 100), tol = 1e-12)$root
  cat("drift", wanted, sqrt(ncp / unit), "\n")
}
