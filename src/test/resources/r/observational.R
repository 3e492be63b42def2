# Observational comparisons by base R and the package MatchIt: Rscript observational.R > observational.txt
suppressPackageStartupMessages({ library(MatchIt); library(sandwich) })
tell <- function(name, ...) { values <- c(...); cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "") }
cat("# ", R.version.string, "; MatchIt ", format(packageVersion("MatchIt")), ", sandwich ", format(packageVersion("sandwich")), "\n", sep = "")
units <- read.csv("units.csv")
y <- units$y
d <- units$d
n <- nrow(units)
model <- glm(d ~ x1 + x2, binomial, units, control = list(epsilon = 1e-14, maxit = 50))
p <- fitted(model)
tell("propensity", leastTreated = min(p[d == 1]), greatestTreated = max(p[d == 1]), leastUntreated = min(p[d == 0]),
  greatestUntreated = max(p[d == 0]))

# Weighted means, and their covariance by stacked estimating equations with a numerical derivative.
X <- model.matrix(model)
stacked <- function(over) {
  scores <- function(theta) {
    e <- plogis(as.vector(X %*% theta[1:3]))
    w1 <- if (over == "average") 1 / e else rep(1, n)
    w0 <- if (over == "average") 1 / (1 - e) else e / (1 - e)
    cbind(X * (d - e), d * w1 * (y - theta[4]), (1 - d) * w0 * (y - theta[5]))
  }
  w1 <- if (over == "average") 1 / p else rep(1, n)
  w0 <- if (over == "average") 1 / (1 - p) else p / (1 - p)
  theta <- c(coef(model), sum(d * w1 * y) / sum(d * w1), sum((1 - d) * w0 * y) / sum((1 - d) * w0))
  step <- 1e-5
  A <- sapply(1:5, function(j) { h <- replace(numeric(5), j, step); (colMeans(scores(theta + h)) - colMeans(scores(theta - h))) / (2 * step) })
  V <- solve(A) %*% (crossprod(scores(theta)) / n) %*% t(solve(A)) / n
  c(estimate = unname(theta[4] - theta[5]), error = sqrt(V[4, 4] + V[5, 5] - 2 * V[4, 5]))
}
tell("ipw", stacked("average"))
tell("ipwTreated", stacked("treated"))

# Augmented weighting, by its efficient influence function.
m1 <- predict(lm(y ~ x1 + x2, units, subset = d == 1), units)
m0 <- predict(lm(y ~ x1 + x2, units, subset = d == 0), units)
parts <- m1 - m0 + d * (y - m1) / p - (1 - d) * (y - m0) / (1 - p)
tell("aipw", estimate = mean(parts), error = sqrt(sum((parts - mean(parts))^2)) / n)
over <- (d * (y - m0) - (1 - d) * (y - m0) * p / (1 - p)) / mean(d)
effect <- mean(over)
tell("aipwTreated", estimate = effect, error = sqrt(sum((over - d * effect / mean(d))^2)) / n)

# Regression in each arm.
centred <- transform(units, x1 = x1 - mean(x1), x2 = x2 - mean(x2))
lin <- lm(y ~ d * (x1 + x2), centred)
treatedMeans <- transform(units, x1 = x1 - mean(x1[d == 1]), x2 = x2 - mean(x2[d == 1]))
linTreated <- lm(y ~ d * (x1 + x2), treatedMeans)
tell("regression", estimate = unname(coef(lin)["d"]), error = unname(sqrt(vcovHC(lin, "HC1")["d", "d"])),
  treated = unname(coef(linTreated)["d"]), treatedError = unname(sqrt(vcovHC(linTreated, "HC1")["d", "d"])))

# Entropy balancing: the dual by optim, whose gradient is the gap of the means.
xt <- scale(units[, c("x1", "x2")], center = colMeans(units[d == 1, c("x1", "x2")]), scale = FALSE)
dual <- function(l) log(sum(exp(xt[d == 0, ] %*% l)))
slope <- function(l) { w <- exp(xt[d == 0, ] %*% l); as.vector(t(w) %*% xt[d == 0, ]) / sum(w) }
l <- optim(c(0, 0), dual, slope, method = "BFGS", control = list(reltol = 1e-15, maxit = 1000))$par
for (i in 1:5) { w <- as.vector(exp(xt[d == 0, ] %*% l)); w <- w / sum(w); g <- colSums(w * xt[d == 0, ]); H <- crossprod(xt[d == 0, ] * sqrt(w)) - tcrossprod(g); l <- l - solve(H, g) }
w <- as.vector(exp(xt[d == 0, ] %*% l)); w <- w / sum(w)
tell("entropy", estimate = mean(y[d == 1]) - sum(w * y[d == 0]))

# What an unseen cause would have to explain: Cinelli and Hazlett's robustness value, VanderWeele and Ding's E-value.
t <- summary(lm(y ~ d + x1 + x2, units))$coefficients["d", "t value"]
f <- abs(t) / sqrt(n - 4)
ratio <- exp(0.91 * abs(mean(parts)) / sd(y))
tell("sensitivity", robustness = (sqrt(f^4 + 4 * f^2) - f^2) / 2, eValue = ratio + sqrt(ratio * (ratio - 1)))

# Nearest-neighbour matching on the propensity, which MatchIt seeks below first.
without <- matchit(d ~ x1 + x2, units, method = "nearest", distance = p)
tell("matching", estimate = mean(y[d == 1 & without$weights > 0]) - weighted.mean(y[d == 0], without$weights[d == 0]))
# With replacement, the nearest on either side by trying all.
controls <- which(d == 0)
nearest <- sapply(which(d == 1), function(i) controls[which.min(abs(p[controls] - p[i]))])
tell("nearest", estimate = mean(y[d == 1] - y[nearest]))
