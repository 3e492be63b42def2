# Reference values for HonestJumpTest, from the formulas by numerical integration in base R 4.2.2. Run: Rscript honest-discontinuity.R
# Worst-case bias of a local linear jump under |f''| <= M, by the integral over s of |sum over rows beyond s of w (x - s)|, and
# the critical value of a normal variable with that bias (Armstrong and Kolesar 2020; Kolesar and Rothe 2018).
options(digits = 12)
i <- 0:79
x <- (i %% 16) - 8 + 0.5 * (i %% 16 >= 8)
y <- 2 + 0.3 * x + 0.02 * x^2 + 1.5 * (x >= 0) + ((i * 37) %% 13) / 6
h <- 6
M <- 0.08
weights <- function(x) {
  k <- pmax(0, 1 - abs(x) / h)
  X <- cbind(1, x)
  (solve(t(X) %*% (k * X)) %*% t(k * X))[1, ]
}
bias <- function(x, w) {
  a <- abs(x)
  knots <- sort(unique(c(0, a[w != 0])))
  total <- 0
  for (j in seq_len(length(knots) - 1)) {
    f <- function(s) sapply(s, function(v) abs(sum((w * (a - v))[a > v])))
    total <- total + integrate(f, knots[j], knots[j + 1], rel.tol = 1e-11, subdivisions = 2000)$value
  }
  total
}
left <- x < 0
wl <- weights(x[left])
wr <- weights(x[!left])
estimate <- sum(wr * y[!left]) - sum(wl * y[left])
worst <- M * (bias(x[left], wl) + bias(x[!left], wr))
# All rows at one value are each other's neighbours: residuals from the mean of the others with the factor n/(n+1).
residual <- function(x, y) {
  n <- ave(y, x, FUN = length) - 1
  others <- (ave(y, x, FUN = sum) - y) / n
  sqrt(n / (n + 1)) * (y - others)
}
error <- sqrt(sum((wl * residual(x[left], y[left]))^2) + sum((wr * residual(x[!left], y[!left]))^2))
t <- worst / error
critical <- sqrt(qchisq(0.95, df = 1, ncp = t^2))
p <- pnorm(t - abs(estimate) / error) + pnorm(-t - abs(estimate) / error)
cat(estimate, error, worst, critical, estimate - critical * error, estimate + critical * error, p, "\n")
# Rule of thumb: the greatest second derivative of a polynomial of fourth order over each side.
curve <- function(x, y) {
  b <- coef(lm(y ~ x + I(x^2) + I(x^3) + I(x^4)))
  at <- c(range(x), -b[4] / (4 * b[5]))
  at <- at[at >= min(x) & at <= max(x)]
  max(abs(2 * b[3] + 6 * b[4] * at + 12 * b[5] * at^2))
}
cat(max(curve(x[left], y[left]), curve(x[!left], y[!left])), "\n")
