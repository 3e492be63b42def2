# Reference values for OverlapWeightsTest: stacked estimating equations with a numerical Jacobian, in base R 4.2.2.
# Run: Rscript overlap-weights.R
options(digits = 12)
i <- 0:59
x <- ((i * 37) %% 23) / 5 - 2
z <- ((i * 53) %% 17) / 4 - 2
d <- as.numeric((i * 29) %% 31 / 10 + 0.4 * x > 1.5)
y <- 3 + x - 0.5 * z + 2 * d + 0.6 * d * x + ((i * 41) %% 19) / 6
w <- 1 + (i * 7) %% 3
estimate <- function(w) {
  fit <- suppressWarnings(glm(d ~ x + z, family = binomial, weights = w, control = glm.control(epsilon = 1e-14, maxit = 100)))
  X <- model.matrix(fit)
  equations <- function(theta) {
    e <- plogis(as.vector(X %*% theta[1:3]))
    o <- w * ifelse(d == 1, 1 - e, e)
    cbind(w * (d - e) * X, o * d * (y - theta[4]), o * (1 - d) * (y - theta[5]))
  }
  e <- fitted(fit)
  o <- w * ifelse(d == 1, 1 - e, e)
  theta <- c(coef(fit), sum(o * d * y) / sum(o * d), sum(o * (1 - d) * y) / sum(o * (1 - d)))
  h <- 1e-6
  bread <- sapply(1:5, function(j) {
    step <- replace(rep(0, 5), j, h)
    colSums(equations(theta + step) - equations(theta - step)) / (2 * h)
  })
  covariance <- solve(bread) %*% crossprod(equations(theta)) %*% t(solve(bread))
  cat(theta[4] - theta[5], sqrt(covariance[4, 4] + covariance[5, 5] - 2 * covariance[4, 5]),
    sum(o * d * x) / sum(o * d) - sum(o * (1 - d) * x) / sum(o * (1 - d)), "\n")
}
estimate(rep(1, 60))
estimate(w)
