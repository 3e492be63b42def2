# Least squares with robust, clustered and serial covariances by the packages sandwich, lmtest and plm: Rscript regression.R > regression.txt
suppressPackageStartupMessages({ library(sandwich); library(lmtest); library(plm) })
tell <- function(name, ...) { values <- c(...); cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "") }
cat("# ", R.version.string, "; sandwich ", format(packageVersion("sandwich")), ", plm ", format(packageVersion("plm")), ", lmtest ",
  format(packageVersion("lmtest")), "\n", sep = "")
error <- function(v, term) unname(sqrt(v[term, term]))
units <- read.csv("units.csv")
panel <- read.csv("panel.csv")

# Unit rows, with and without weights.
for (weighted in c("plain", "weighted")) {
  fit <- if (weighted == "plain") lm(y ~ d + x1 + x2, units) else lm(y ~ d + x1 + x2, units, weights = weight)
  tell(weighted, estimate = unname(coef(fit)["d"]), x1 = unname(coef(fit)["x1"]), iid = error(vcov(fit), "d"),
    hc0 = error(vcovHC(fit, "HC0"), "d"), hc1 = error(vcovHC(fit, "HC1"), "d"), hc2 = error(vcovHC(fit, "HC2"), "d"),
    hc3 = error(vcovHC(fit, "HC3"), "d"), cluster = error(vcovCL(fit, ~cluster), "d"),
    each = error(vcovCL(fit, ~ cluster + stratum, fix = TRUE), "d"))
}

# What the fit says of itself: the variance inflation of d, Koenker's test on d alone, and the row without which the coefficient moves
# most.
plain <- lm(y ~ d + x1 + x2, units)
without <- sapply(seq_len(nrow(units)), function(i) coef(lm(y ~ d + x1 + x2, units[-i, ]))["d"]) - coef(plain)["d"]
tell("checks", inflation = 1 / (1 - summary(lm(d ~ x1 + x2, units))$r.squared),
  koenker = unname(bptest(plain, ~d, data = units)$statistic), koenkerP = unname(bptest(plain, ~d, data = units)$p.value),
  influence = unname(without[which.max(abs(without))]) / error(vcovHC(plain, "HC1"), "d"), row = which.max(abs(unname(without))))

# A panel with effects of unit and year as indicators. Clustered by unit, the effects of units count once: (n - 1) / (n - K) is put
# in by hand.
n <- nrow(panel)
within <- lm(y ~ treated + x + factor(unit) + factor(year), panel)
tell("within", estimate = unname(coef(within)["treated"]), x = unname(coef(within)["x"]), iid = error(vcov(within), "treated"),
  hc1 = error(vcovHC(within, "HC1"), "treated"), hc2 = error(vcovHC(within, "HC2"), "treated"),
  hc3 = error(vcovHC(within, "HC3"), "treated"),
  cluster = error(vcovCL(within, ~unit, type = "HC0", cadjust = TRUE), "treated") * sqrt((n - 1) / (n - (3 + 7))),
  region = error(vcovCL(within, ~region, type = "HC1", cadjust = TRUE), "treated") * sqrt((n - 45) / (n - (3 + 7))))

# The same of the panel: the unit without which the coefficient moves most, and residuals beside those of the year before.
own <- residuals(lm(treated ~ x + factor(unit) + factor(year), panel))
without <- sapply(unique(panel$unit), function(u)
  coef(lm(y ~ treated + x + factor(unit) + factor(year), panel[panel$unit != u, ]))["treated"]) - coef(within)["treated"]
r <- matrix(residuals(within), 8)
between <- residuals(lm(treated ~ factor(unit) + factor(year), panel))
tell("panelChecks", influence = unname(without[which.max(abs(without))]) / error(vcovHC(within, "HC1"), "treated"),
  unit = which.max(abs(unname(without))),
  inflation = sum(between^2) / sum(own^2), memory = sum(r[-8, ] * r[-1, ]) / sqrt(sum(r[-8, ]^2) * sum(r[-1, ]^2)))

# Driscoll and Kraay, and Newey and West within units, with two lags: plm's without small-sample factors, which are put in by hand.
pooled <- plm(y ~ treated + x, panel, model = "pooling", index = c("unit", "year"))
scc <- vcovSCC(pooled, type = "HC0", maxlag = 2)
nw <- vcovNW(pooled, type = "HC0", maxlag = 2)
tell("pooled", estimate = unname(coef(pooled)["treated"]), driscollKraay = error(scc, "treated") * sqrt(8 / 7 * (n - 1) / (n - 3)),
  neweyWest = error(nw, "treated") * sqrt(n / (n - 3)))

# Random effects of Swamy and Arora with the test of Hausman, and first differences.
random <- plm(y ~ treated + x, panel, model = "random", index = c("unit", "year"))
unitEffects <- plm(y ~ treated + x, panel, model = "within", index = c("unit", "year"))
hausman <- phtest(unitEffects, random)
tell("random", estimate = unname(coef(random)["treated"]), x = unname(coef(random)["x"]), intercept = unname(coef(random)[1]),
  error = error(vcov(random), "treated"), within = unname(random$ercomp$sigma2["idios"]), between = unname(random$ercomp$sigma2["id"]),
  hausman = unname(hausman$statistic), p = unname(hausman$p.value))
few <- read.csv("panel-uneven.csv")
uneven <- plm(y ~ treated + x, few, model = "random", index = c("unit", "year"))
tell("uneven", estimate = unname(coef(uneven)["treated"]), error = error(vcov(uneven), "treated"))
change <- function(v) ave(v, panel$unit, FUN = function(s) c(NA, diff(s)))
changes <- na.omit(data.frame(y = change(panel$y), treated = change(panel$treated), x = change(panel$x), unit = panel$unit))
fit <- lm(y ~ treated + x, changes)
tell("differences", estimate = unname(coef(fit)["treated"]), hc1 = error(vcovHC(fit, "HC1"), "treated"),
  cluster = error(vcovCL(fit, ~unit), "treated"))
