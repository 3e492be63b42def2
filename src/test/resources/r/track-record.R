# What worthwhile track-record says of the next project, a second time: the joint posterior of tau and sigma on a grid, with the full covariance
# matrix of the values and no formula of shrinkage; and recalibration by isoreg. Base R alone.
values <- list(a = log(c(1.10, 1.32, 0.95, 1.21)), b = log(c(1.62, 1.38)), c = log(c(1.05, 0.88, 1.14, 1.02, 1.19)))
y <- unlist(values); kind <- rep(seq_along(values), lengths(values)); n <- length(y)
same <- outer(kind, kind, "==") * 1
# tau = sigma * r with a half-Cauchy prior of scale 1 on r; 1/sigma on sigma; flat on the mean
grid <- function(count) { u <- (seq_len(count) - 0.5) / count; list(r = u / (1 - u), jacobian = (1 - u)^-2) }
r <- grid(400); s <- exp(seq(log(0.02), log(3), length.out = 500))
middle <- function(r, sigma, target) {
  v <- sigma^2 * (diag(n) + r^2 * same); w <- solve(v); one <- rep(1, n)
  precision <- sum(w); mu <- sum(w %*% y) / precision
  e <- y - mu
  to <- sigma^2 * r^2 * (kind == target)
  gain <- 1 - sum(to %*% w)
  c(log = -as.numeric(determinant(v)$modulus) / 2 - log(precision) / 2 - sum(e * (w %*% e)) / 2,
    mean = mu + sum(to * (w %*% e)), variance = sigma^2 * r^2 - sum(to * (w %*% to)) + gain^2 / precision)
}
for (target in 1:4) {
  cells <- lapply(seq_along(r$r), function(i) {
    # sigma scales out of the matrices: one inverse for each r
    unit <- middle(r$r[i], 1, target)
    v <- diag(n) + r$r[i]^2 * same; w <- solve(v); mu <- sum(w %*% y) / sum(w); q <- sum((y - mu) * (w %*% (y - mu)))
    log <- -as.numeric(determinant(v)$modulus) / 2 - log(sum(w)) / 2 - (n - 1) * log(s) - q / (2 * s^2) - log1p(r$r[i]^2) + log(r$jacobian[i])
    data.frame(r = r$r[i], sigma = s, log = log, mean = unit[["mean"]], variance = unit[["variance"]] * s^2)
  })
  post <- do.call(rbind, cells)
  post$w <- exp(post$log - max(post$log)); post$w <- post$w / sum(post$w)
  quantile <- function(mean, sd, p) uniroot(function(x) sum(post$w * pnorm((x - mean) / sd)) - p, c(-8, 8), tol = 1e-12)$root
  cat("target", target, "\n")
  for (p in c(0.025, 0.5, 0.8, 0.9, 0.975)) {
    cat("  next", p, format(quantile(post$mean, sqrt(post$variance + post$sigma^2), p), digits = 8),
        "mean", format(quantile(post$mean, sqrt(post$variance), p), digits = 8),
        "log of mean ratio", format(quantile(post$mean + post$sigma^2 / 2, sqrt(post$variance), p), digits = 8), "\n")
  }
  if (target == 1) for (p in c(0.025, 0.5, 0.975)) {
    at <- function(x) { o <- order(x); x[o][which(cumsum(post$w[o]) >= p)[1]] }
    cat("  sigma", p, format(at(post$sigma), digits = 4), "tau", format(at(post$sigma * post$r), digits = 4), "\n")
  }
}
d <- read.csv("../../../../sample-data/county-probabilities.csv")
o <- as.numeric(d$happened == "yes"); p <- d$probability
brier <- mean((p - o)^2)
g <- tapply(o, p, mean); k <- tapply(o, p, length); f <- as.numeric(names(g))
cat("brier", format(brier, digits = 10), "reliability", format(sum(k * (f - g)^2) / length(o), digits = 10),
    "resolution", format(sum(k * (g - mean(o))^2) / length(o), digits = 10), "\n")
fit <- isoreg(rep(f, k), rep(g, k))$yf
cat("isotonic", format(tapply(fit, rep(f, k), mean), digits = 8), "\n")
best <- mean((rep(tapply(fit, rep(f, k), mean), k) - o[order(p)])^2)
cat("miscalibration", format(brier - best, digits = 10), "discrimination", format(mean(o) * (1 - mean(o)) - best, digits = 10), "\n")
cat("binomial", format(binom.test(7, 10, 0.3)$p.value, digits = 10), "\n")
cat("brown-forsythe", format(with(data.frame(z = unlist(lapply(values[c(1, 3)], function(x) abs(x - median(x)))), k = factor(rep(1:2, c(4, 5)))), anova(lm(z ~ k)))[1, 5], digits = 10), "\n")
