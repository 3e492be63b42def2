# Published meta-analyses by metafor: Rscript synthesis.R > synthesis.txt
suppressPackageStartupMessages({ library(metafor); library(clubSandwich) })
tell <- function(name, ...) { values <- c(...); values <- values[!is.na(values)]; if (length(values)) cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "") }
cat("# ", R.version.string, "; metafor ", format(packageVersion("metafor")), "; clubSandwich ", format(packageVersion("clubSandwich")), "\n", sep = "")
all <- read.csv("synthesis.csv", stringsAsFactors = FALSE)
exact <- list(threshold = 1e-11, maxiter = 10000, tol = 1e-12)
sizes <- function(measure, d) switch(measure,
  RR = , OR = , RD = , OR2DL = escalc(measure, ai = treatedEvents, n1i = treatedTotal, ci = comparedEvents, n2i = comparedTotal, data = d),
  MD = , SMD = escalc(measure, m1i = treatedMean, sd1i = treatedDeviation, n1i = treatedTotal, m2i = comparedMean, sd2i = comparedDeviation, n2i = comparedTotal, data = d),
  ZCOR = escalc(measure, ri = correlation, ni = total, data = d),
  GEN = { d$yi <- d$estimate; d$vi <- d$standardError^2; d })
one <- function(name, fit, prediction = TRUE) {
  tell(name, estimate = unname(fit$beta[1]), error = fit$se[1], low = fit$ci.lb[1], high = fit$ci.ub[1], p = fit$pval[1])
  if (prediction) { p <- predict(fit); tell(name, predictionLow = p$pi.lb, predictionHigh = p$pi.ub) }
}
pool <- function(set, measure) {
  d <- sizes(measure, all[all$set == set, ]); y <- as.numeric(d$yi); v <- as.numeric(d$vi)
  name <- paste(set, tolower(measure), sep = "-")
  tell(name, firstEstimate = y[1], firstVariance = v[1], sumEstimate = sum(y), sumVariance = sum(v))
  fixed <- rma(y, v, method = "FE")
  one(paste0(name, ".fixed"), fixed, FALSE)
  tell(name, q = fixed$QE, qp = fixed$QEp)
  for (method in c("REML", "PM", "DL")) for (test in c("z", "knha", "adhoc")) {
    fit <- rma(y, v, method = method, test = test, control = exact)
    one(paste(name, tolower(method), test, sep = "."), fit)
    if (test == "z") {
      tell(paste(name, tolower(method), sep = "."), tau2 = fit$tau2, i2 = fit$I2, h2 = fit$H2)
      i <- suppressWarnings(confint(fit, control = list(tol = 1e-12, tau2.max = 1e5)))$random
      tell(paste(name, tolower(method), sep = "."), tau2Low = i["tau^2", 2], tau2High = i["tau^2", 3], i2Low = i["I^2(%)", 2], i2High = i["I^2(%)", 3], h2Low = i["H^2", 2], h2High = i["H^2", 3])
    }
  }
  invisible(d)
}
bcg <- pool("bcg", "RR"); pool("bcg", "OR"); pool("bcg", "RD"); pool("bcg", "OR2DL")
hackshaw <- pool("hackshaw", "GEN"); pool("normand", "MD"); pool("normand", "SMD"); raudenbush <- pool("raudenbush", "GEN")
pool("li", "OR"); egger <- pool("egger", "OR"); pool("linde", "RR"); pool("molloy", "ZCOR"); pool("hine", "RD"); pool("cohen", "ZCOR")
pool("nielweise", "RR"); pool("nielweise", "RD"); pool("baskerville", "GEN"); konstantopoulos <- pool("konstantopoulos", "GEN")

# Meta-regression.
regress <- function(name, fit) {
  for (i in seq_along(fit$beta)) tell(paste0(name, ".", i - 1), estimate = fit$beta[i], error = fit$se[i], low = fit$ci.lb[i], high = fit$ci.ub[i], p = fit$pval[i])
  tell(name, tau2 = fit$tau2, i2 = fit$I2, h2 = fit$H2, r2 = if (is.null(fit$R2)) NA else fit$R2, qe = fit$QE, qep = fit$QEp, qm = fit$QM, qmp = fit$QMp)
}
for (test in c("z", "knha", "adhoc")) {
  regress(paste0("bcg-one.", test), rma(yi, vi, mods = ~moderator, data = bcg, method = "REML", test = test, control = exact))
  regress(paste0("bcg-two.", test), rma(yi, vi, mods = ~ moderator + second, data = bcg, method = "REML", test = test, control = exact))
  regress(paste0("raudenbush-one.", test), rma(yi, vi, mods = ~moderator, data = raudenbush, method = "REML", test = test, control = exact))
}
regress("bcg-dl", rma(yi, vi, mods = ~moderator, data = bcg, method = "DL", control = exact))
regress("bcg-pm", rma(yi, vi, mods = ~moderator, data = bcg, method = "PM", control = exact))

# Subgroups, each with a variance between studies of its own.
groups <- lapply(sort(unique(bcg$cluster)), function(g) rma(yi, vi, data = bcg, subset = cluster == g, method = "REML", control = exact))
for (i in seq_along(groups)) { one(paste0("subgroups.", i), groups[[i]], FALSE); tell(paste0("subgroups.", i), tau2 = groups[[i]]$tau2) }
between <- rma(sapply(groups, function(f) f$beta[1]), sapply(groups, function(f) f$se)^2, method = "FE")
tell("subgroups", q = between$QE, p = between$QEp)

# Leave one out, cumulative, influence, with the default test.
fit <- rma(yi, vi, data = bcg, method = "REML", control = exact)
l <- leave1out(fit); u <- cumul(fit, order = bcg$second); f <- influence(fit)
for (i in 1:13) {
  tell(paste0("leave.", i), estimate = l$estimate[i], error = l$se[i], tau2 = l$tau2[i], i2 = l$I2[i], q = l$Q[i])
  tell(paste0("cumulative.", i), estimate = u$estimate[i], error = u$se[i], tau2 = u$tau2[i])
  tell(paste0("influence.", i), rstudent = f$inf$rstudent[i], dffits = f$inf$dffits[i], cook = f$inf$cook.d[i], cov = f$inf$cov.r[i], tau2 = f$inf$tau2.del[i], qe = f$inf$QE.del[i], hat = f$inf$hat[i], weight = f$inf$weight[i])
}
tell("influence", marked = sum(f$is.infl), which = which(f$is.infl)[1])

# Small studies.
small <- function(name, d) {
  fit <- rma(yi, vi, data = d, method = "REML", control = exact)
  classical <- regtest(fit, model = "lm"); mixed <- regtest(fit, model = "rma")
  tell(paste0(name, ".egger"), statistic = classical$zval, p = classical$pval, df = classical$dfs)
  tell(paste0(name, ".mixed"), statistic = mixed$zval, p = mixed$pval)
  s <- sqrt(as.numeric(d$vi)); y <- as.numeric(d$yi)
  pet <- summary(lm(y ~ s, weights = 1 / s^2))$coefficients; peese <- summary(lm(y ~ I(s^2), weights = 1 / s^2))$coefficients
  tell(paste0(name, ".pet"), estimate = pet[1, 1], error = pet[1, 2], p = pet[1, 4], slope = pet[2, 1])
  tell(paste0(name, ".peese"), estimate = peese[1, 1], error = peese[1, 2], p = peese[1, 4], slope = peese[2, 1])
  for (method in c("FE", "REML", "DL")) {
    filled <- trimfill(rma(yi, vi, data = d, method = method, control = exact), estimator = "L0", control = exact)

    tell(paste0(name, ".filled.", tolower(method)), k0 = filled$k0, left = filled$side == "left", estimate = filled$beta[1], error = filled$se, tau2 = filled$tau2)
  }
}
small("bcg", bcg); small("hackshaw", hackshaw); small("egger", egger); small("raudenbush", raudenbush)

# Several effects a study: errors robust to their dependence.
fit <- rma(yi, vi, data = konstantopoulos, method = "REML", control = exact)
for (type in c("CR0", "CR2")) {
  t <- coef_test(fit, vcov = type, cluster = konstantopoulos$cluster, test = "Satterthwaite")
  tell(paste0("konstantopoulos.", tolower(type)), estimate = t$beta, error = t$SE, df = if (is.null(t$df_Satt)) t$df else t$df_Satt, p = if (is.null(t$p_Satt)) t$p_val else t$p_Satt)
}
fit <- rma(yi, vi, mods = ~second, data = konstantopoulos, method = "REML", control = exact)
t <- coef_test(fit, vcov = "CR2", cluster = konstantopoulos$cluster, test = "Satterthwaite")
for (i in 1:2) tell(paste0("konstantopoulos-year.cr2.", i - 1), estimate = t$beta[i], error = t$SE[i], df = t$df_Satt[i])

# Bayesian, by integrate(), with a flat prior of the mean and half-normal or half-Cauchy tau.
bayes <- function(name, d, prior) {
  y <- as.numeric(d$yi); v <- as.numeric(d$vi)
  mean.at <- function(t) { w <- 1 / (v + t^2); sum(w * y) / sum(w) }
  logl <- function(t) { w <- 1 / (v + t^2); m <- sum(w * y) / sum(w); sum(log(w)) / 2 - log(sum(w)) / 2 - sum(w * (y - m)^2) / 2 }
  top <- optimize(function(t) logl(t), c(0, 10), maximum = TRUE)$objective
  density <- Vectorize(function(t) exp(logl(t) - top) * prior(t))
  whole <- function(f) { g <- Vectorize(function(t) f(t) * density(t)); sum(sapply(list(c(0, .1), c(.1, .3), c(.3, 1), c(1, 3), c(3, Inf)), function(r) integrate(g, r[1], r[2], rel.tol = 1e-11, subdivisions = 2000)$value)) }
  z <- whole(function(t) 1)
  mu <- whole(mean.at) / z
  square <- whole(function(t) 1 / sum(1 / (v + t^2)) + mean.at(t)^2) / z
  below <- function(x, extra) whole(function(t) pnorm(x, mean.at(t), sqrt(1 / sum(1 / (v + t^2)) + extra * t^2))) / z
  quantile <- function(p, extra) uniroot(function(x) below(x, extra) - p, c(-20, 20), tol = 1e-10)$root
  up.to <- function(t) integrate(density, 0, t, rel.tol = 1e-11, subdivisions = 2000)$value / z
  tail <- function(p) uniroot(function(t) up.to(t) - p, c(1e-8, 8), tol = 1e-10)$root
  tell(name, mean = mu, sd = sqrt(square - mu^2), low = quantile(.025, 0), high = quantile(.975, 0), newLow = quantile(.025, 1), newHigh = quantile(.975, 1), tau = whole(identity) / z, tauLow = tail(.025), tauHigh = tail(.975), above = 1 - below(0, 0))
}
for (set in list(list("bcg", bcg), list("raudenbush", raudenbush), list("three", data.frame(yi = c(1, 2, 6) / 4, vi = 1 / 16)))) {
  bayes(paste0(set[[1]], ".half-normal"), set[[2]], function(t) dnorm(t, 0, 0.5))
  bayes(paste0(set[[1]], ".half-cauchy"), set[[2]], function(t) dcauchy(t, 0, 0.3))
}
