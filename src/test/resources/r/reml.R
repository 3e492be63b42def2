# Segmented regression with first-order autoregressive errors by restricted maximum likelihood, gls of nlme: Rscript reml.R > reml.txt
suppressPackageStartupMessages({ library(nlme) })
tell <- function(name, ...) { values <- c(...); cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "") }
cat("# ", R.version.string, "; nlme ", format(packageVersion("nlme")), "\n", sep = "")
exact <- glsControl(tolerance = 1e-12, msTol = 1e-14, maxIter = 500, msMaxIter = 500, opt = "nlminb")
series <- read.csv("series.csv")
series$month <- 0:83
at <- function(series, start) {
  series$level <- as.numeric(series$month >= start)
  series$slope <- pmax(0, series$month - start)
  series$angle <- 2 * pi * series$month / 12
  series
}
series <- at(series, 48)
# Within rounding of the optimum, which gls leaves at about 1e-6 of the correlation.
show <- function(name, formula, series) {
  likelihood <- function(rho) as.numeric(logLik(gls(formula, series, correlation = corAR1(rho, form = ~month, fixed = TRUE), method = "REML")))
  own <- gls(formula, series, correlation = corAR1(form = ~month), method = "REML", control = exact)
  start <- as.numeric(coef(own$modelStruct$corStruct, unconstrained = FALSE))
  rho <- optimize(likelihood, start + c(-0.01, 0.01), maximum = TRUE, tol = 1e-10)$maximum
  fit <- gls(formula, series, correlation = corAR1(rho, form = ~month, fixed = TRUE), method = "REML")
  stopifnot(abs(start - rho) < 1e-4)
  tell(name, correlation = rho, level = unname(coef(fit)["level"]), levelError = sqrt(vcov(fit)["level", "level"]),
    slope = unname(coef(fit)["slope"]), slopeError = sqrt(vcov(fit)["slope", "slope"]), sigma = fit$sigma)
}
harmonic <- y ~ month + level + slope + cos(angle) + sin(angle) + cos(2 * angle) + sin(2 * angle)
show("harmonic", update(harmonic, . ~ . + control), series)
show("seasonal", y ~ month + level + slope + factor(month %% 12), series)
show("gap", harmonic, series[-c(8, 9, 31, 52, 53, 54), ])
first <- at(series[1:36, ], 20)
show("short", y ~ month + level + slope, first)
first$level30 <- as.numeric(first$month >= 30)
first$slope30 <- pmax(0, first$month - 30)
show("two", y ~ month + level + slope + level30 + slope30, first)
