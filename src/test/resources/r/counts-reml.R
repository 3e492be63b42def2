# Counts whose Pearson residuals are a first-order autoregression, by quasi-likelihood: each working regression by restricted maximum
# likelihood (gls of nlme, as in glmmPQL of MASS) until the means no longer move. Rscript counts-reml.R > counts-reml.txt
suppressPackageStartupMessages({ library(nlme); library(MASS) })
tell <- function(name, ...) { values <- c(...); cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "") }
cat("# ", R.version.string, "; nlme ", format(packageVersion("nlme")), ", MASS ", format(packageVersion("MASS")), "\n", sep = "")
count <- c(22, 28, 18, 27, 20, 18, 17, 21, 26, 34, 25, 38, 25, 16, 34, 22, 14, 26, 18, 14, 25, 18, 14, 20, 22, 27, 19, 21,
  14, 12, 20, 7, 19, 11, 16, 35)
people <- c(1000, 1017, 1034, 1051, 1068, 1050, 1067, 1084, 1101, 1118, 1100, 1117, 1134, 1151, 1168, 1150, 1167, 1184, 1201,
  1218, 1200, 1217, 1234, 1251, 1268, 1250, 1267, 1284, 1301, 1318, 1300, 1317, 1334, 1351, 1368, 1350)
d <- data.frame(count, people, t = 0:35)
d$level <- as.numeric(d$t >= 20)
d$slope <- pmax(0, d$t - 20)
run <- function(name, d, family) {
  formula <- count ~ t + level + slope + offset(log(people))
  start <- if (family == "poisson") glm(formula, family = poisson, data = d) else
    glm.nb(formula, data = d, control = glm.control(epsilon = 1e-12, maxit = 200))
  theta <- if (family == "poisson") Inf else start$theta
  mu <- fitted(start)
  rho <- 0.1
  for (i in 1:200) {
    d$z <- log(mu / d$people) + (d$count - mu) / mu
    d$v <- (1 + mu / theta) / mu
    at <- function(rho) gls(z ~ t + level + slope, d, weights = varFixed(~v), correlation = corAR1(rho, form = ~t, fixed = TRUE),
      method = "REML")
    rho <- optimize(function(r) as.numeric(logLik(at(r))), c(-0.9, 0.95), maximum = TRUE, tol = 1e-9)$maximum
    fit <- at(rho)
    after <- d$people * exp(as.vector(model.matrix(~ t + level + slope, d) %*% coef(fit)))
    if (max(abs(log(after / mu))) < 1e-10) break
    mu <- after
  }
  tell(name, correlation = rho, level = unname(coef(fit)["level"]), levelError = sqrt(vcov(fit)["level", "level"]),
    slope = unname(coef(fit)["slope"]), slopeError = sqrt(vcov(fit)["slope", "slope"]),
    average = mean((mu - mu * exp(-coef(fit)["level"] - coef(fit)["slope"] * d$slope))[d$level == 1]))
}
run("poisson", d, "poisson")
run("negative-binomial", d, "negative-binomial")
run("gap", d[-c(8, 9, 25), ], "poisson")
