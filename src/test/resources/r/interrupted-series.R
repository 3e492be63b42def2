# Reference values for SegmentedRegressionTest: counts, comparison series and several interruptions.
# Recorded with R 4.2.2, MASS 7.3-58.2 and sandwich 3.0-2 (Debian 12). Run: Rscript interrupted-series.R
library(MASS)
library(sandwich)
options(digits = 12)
count <- c(22, 28, 18, 27, 20, 18, 17, 21, 26, 34, 25, 38, 25, 16, 34, 22, 14, 26, 18, 14, 25, 18, 14, 20, 22, 27, 19, 21,
  14, 12, 20, 7, 19, 11, 16, 35)
people <- c(1000, 1017, 1034, 1051, 1068, 1050, 1067, 1084, 1101, 1118, 1100, 1117, 1134, 1151, 1168, 1150, 1167, 1184, 1201,
  1218, 1200, 1217, 1234, 1251, 1268, 1250, 1267, 1284, 1301, 1318, 1300, 1317, 1334, 1351, 1368, 1350)
own <- c(62.1, 61.8, 63.7, 60.3, 60.9, 59.6, 60.4, 61.3, 65.1, 64.9, 66.9, 66.9, 71.9, 70.5, 69.5, 69.6, 67.3, 66.5, 66.8,
  68.9, 65.9, 65.8, 71.2, 70.1, 72, 72, 71.2, 69.6, 68, 68, 68.6, 67.6, 70, 71.5, 73.2, 77.1)
first <- c(51.7, 52.2, 52.5, 51.8, 50.8, 49.4, 51.7, 49.6, 52.7, 53.3, 56.2, 56.9, 57.4, 57.7, 57.1, 54.3, 56.5, 55, 53.1,
  53.3, 56.9, 59.1, 61.2, 62.1, 62.5, 63, 61.1, 60.2, 61.4, 58.3, 58.9, 58.8, 63.2, 62.9, 66.1, 67.6)
second <- c(42.1, 43.2, 41.5, 38.5, 40.8, 39.6, 37.8, 37.5, 40.3, 43.7, 45.1, 45.8, 44.9, 47.7, 46.7, 45.2, 42.5, 43.1, 41.7,
  42.7, 43.3, 46.7, 47.6, 50.4, 51.1, 49.3, 50.8, 49.5, 46.4, 46.7, 45.1, 46, 46, 51, 52, 53.6)
t <- 0:35
level <- as.numeric(t >= 20)
slope <- pmax(0, t - 20)
cosine <- cos(2 * pi * t / 12)
sine <- sin(2 * pi * t / 12)
show <- function(title, fit, covariance, terms = c("level", "slope")) {
  for (term in terms) cat(title, term, coef(fit)[[term]], sqrt(covariance[term, term]), "\n")
}

# Counts with an offset; Newey and West with lag 3 and n/(n-k).
effects <- function(title, fit, covariance) {
  show(title, fit, covariance)
  x <- model.matrix(fit)
  without <- x
  without[, c("level", "slope")] <- 0
  after <- level == 1
  mean1 <- people * exp(x %*% coef(fit))
  mean0 <- people * exp(without %*% coef(fit))
  average <- mean((mean1 - mean0)[after])
  gradient <- colMeans((as.vector(mean1) * x - as.vector(mean0) * without)[after, ])
  cat(title, "average", average, sqrt(gradient %*% covariance %*% gradient), "\n")
  ratio <- sum(mean1[after]) / sum(mean0[after])
  gradient <- colSums((as.vector(mean1) * x)[after, ]) / sum(mean1[after]) -
    colSums((as.vector(mean0) * without)[after, ]) / sum(mean0[after])
  cat(title, "ratio", ratio, sqrt(gradient %*% covariance %*% gradient), "\n")
  cat(title, "dispersion", sum(residuals(fit, "pearson")^2) / fit$df.residual, "\n")
}
formula <- count ~ t + level + slope + cosine + sine + offset(log(people))
poisson <- glm(formula, family = poisson, control = glm.control(epsilon = 1e-14, maxit = 100))
effects("poisson", poisson, NeweyWest(poisson, lag = 3, prewhite = FALSE, adjust = TRUE))
binomial <- glm.nb(formula, control = glm.control(epsilon = 1e-12, maxit = 200))
effects("negative binomial", binomial, NeweyWest(binomial, lag = 3, prewhite = FALSE, adjust = TRUE))
cat("negative binomial theta", binomial$theta, "\n")

# The interrupted series beside two others (the interaction model of itsa); Driscoll and Kraay with lag 3.
long <- data.frame(y = c(own, first, second), t = rep(t, 3), unit = rep(c("own", "first", "second"), each = 36),
  own = rep(c(1, 0, 0), each = 36), second = rep(c(0, 0, 1), each = 36), common = rep(level, 3), commonSlope = rep(slope, 3))
long$level <- long$own * long$common
long$slope <- long$own * long$commonSlope
beside <- lm(y ~ t + own + own:t + second + second:t + common + commonSlope + level + slope + cos(2 * pi * t / 12) +
  sin(2 * pi * t / 12), data = long)
covariance <- vcovPL(beside, cluster = ~unit, order.by = ~t, lag = 3, aggregate = TRUE, adjust = FALSE)
n <- nobs(beside)
covariance <- covariance * 36 / 35 * (n - 1) / (n - length(coef(beside)))
show("comparison", beside, covariance)
apart <- setNames(rep(0, length(coef(beside))), names(coef(beside)))
apart["t:own"] <- 1
apart["t:second"] <- -0.5
cat("comparison trend apart", sum(apart * coef(beside)), sqrt(apart %*% covariance %*% apart), "\n")

# Two interruptions; Newey and West with lag 3 and n/(n-k).
level28 <- as.numeric(t >= 28)
slope28 <- pmax(0, t - 28)
two <- lm(own ~ t + level + slope + level28 + slope28 + cosine + sine)
show("two", two, NeweyWest(two, lag = 3, prewhite = FALSE, adjust = TRUE), c("level", "slope", "level28", "slope28"))
