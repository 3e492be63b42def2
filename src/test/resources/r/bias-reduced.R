# Reference values for BiasReducedTest: CR2 with Satterthwaite's degrees of freedom.
# Recorded with R 4.2.2, clubSandwich 0.5.8 and estimatr 1.0.0 (Debian 12). Run: Rscript bias-reduced.R
library(clubSandwich)
library(estimatr)
options(digits = 12)
i <- 0:59
cluster <- c(rep(0, 3), rep(1, 5), rep(2, 8), rep(3, 4), rep(4, 12), rep(5, 6), rep(6, 9), rep(7, 13))
period <- i %% 5
d <- ifelse(cluster %in% c(1, 4, 6) & i %% 3 > 0, 1, 0)
arm <- ifelse(cluster %in% c(1, 4, 6), 1, 0)
x <- ((i * 37) %% 11) / 3 + cluster / 4
y <- 5 + 2 * d + 0.8 * x + ((i * 53) %% 17) / 4 + ((cluster * 29) %% 7) / 2
w <- 1 + (i * 7) %% 4
show <- function(title, fit, terms, ...) {
  tests <- coef_test(fit, vcov = vcovCR(fit, cluster = cluster, type = "CR2", ...), test = "Satterthwaite")
  for (term in terms) {
    row <- which(rownames(tests) == term)
    cat(title, term, tests$beta[row], tests$SE[row], tests$df[row], "\n")
  }
}
show("plain", lm(y ~ arm + x), c("arm", "x"))
show("unit effects", lm(y ~ d + x + factor(cluster)), c("d", "x"))
show("two effects", lm(y ~ d + x + factor(cluster) + factor(period)), c("d", "x"))
show("effects across", lm(y ~ arm + x + factor(period)), c("arm", "x"))
show("weighted", lm(y ~ arm + x, weights = w), c("arm", "x"))
show("weighted unit effects", lm(y ~ d + x + factor(cluster), weights = w), c("d", "x"))
show("weighted effects across", lm(y ~ arm + x + factor(period), weights = w), c("arm", "x"))
show("weighted two effects", lm(y ~ d + x + factor(cluster) + factor(period), weights = w), c("d", "x"))
weighted <- lm_robust(y ~ arm + x, weights = w, clusters = cluster, se_type = "CR2")
cat("estimatr weighted", weighted$std.error[["arm"]], weighted$df[["arm"]], "\n")
robust <- lm_robust(y ~ arm + x, clusters = cluster, se_type = "CR2")
cat("estimatr", robust$std.error[["arm"]], robust$df[["arm"]], robust$p.value[["arm"]], robust$conf.low[["arm"]],
  robust$conf.high[["arm"]], "\n")
absorbed <- lm_robust(y ~ d + x, fixed_effects = ~cluster, clusters = cluster, se_type = "CR2")
cat("estimatr absorbed", absorbed$std.error[["d"]], absorbed$df[["d"]], "\n")
