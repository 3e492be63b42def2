# Segmented regression by lm with the covariance of Newey and West of sandwich: Rscript series.R > series.txt
suppressPackageStartupMessages({ library(sandwich) })
tell <- function(name, ...) { values <- c(...); cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "") }
cat("# ", R.version.string, "; sandwich ", format(packageVersion("sandwich")), "\n", sep = "")
series <- read.csv("series.csv")
series$month <- NULL
month <- 0:83
level <- as.numeric(month >= 48)
slope <- pmax(0, month - 48)
angle <- 2 * pi * month / 12
harmonic <- lm(y ~ month + level + slope + cos(angle) + sin(angle) + cos(2 * angle) + sin(2 * angle) + control, series)
seasonal <- lm(y ~ month + level + slope + factor(month %% 12), series)
show <- function(name, fit, lag) {
  v <- NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = TRUE)
  tell(name, level = unname(coef(fit)["level"]), levelError = sqrt(v["level", "level"]), slope = unname(coef(fit)["slope"]),
    slopeError = sqrt(v["slope", "slope"]), trend = unname(coef(fit)["month"]),
    low = unname(coef(fit)["level"] - qt(0.975, fit$df.residual) * sqrt(v["level", "level"])))
}
show("harmonic", harmonic, 3)
show("harmonicFive", harmonic, 5)
show("seasonal", seasonal, 3)
ljung <- Box.test(residuals(harmonic), lag = 10, type = "Ljung-Box")
tell("ljungBox", statistic = unname(ljung$statistic), p = ljung$p.value)
