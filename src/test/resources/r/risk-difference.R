# Reference values for RiskDifferenceTest: Miettinen and Nurminen's score interval by its definition. Recorded with R 4.2.2.
# Run: Rscript risk-difference.R
options(digits = 12)
score <- function(d, x1, n1, x0, n0) {
  low <- max(0, -d); high <- min(1, 1 - d)
  likelihood <- function(p) dbinom(x1, n1, min(1, max(0, p + d)), log = TRUE) + dbinom(x0, n0, p, log = TRUE)
  p <- optimize(likelihood, c(low, high), maximum = TRUE, tol = 1e-14)$maximum
  n <- n1 + n0
  (x1 / n1 - x0 / n0 - d) / sqrt(((p + d) * (1 - p - d) / n1 + p * (1 - p) / n0) * n / (n - 1))
}
show <- function(x1, n1, x0, n0) {
  e <- x1 / n1 - x0 / n0
  f <- function(d, z) score(d, x1, n1, x0, n0) - z
  z <- qnorm(0.975)
  cat(x1, n1, x0, n0, uniroot(f, c(-0.999, e), z = z, tol = 1e-12)$root, uniroot(f, c(e, 0.999), z = -z, tol = 1e-12)$root,
    2 * pnorm(-abs(score(0, x1, n1, x0, n0))), "\n")
}
show(3, 40, 2, 160)
show(56, 70, 48, 80)
show(0, 40, 4, 160)
