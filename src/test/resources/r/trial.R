# Trials by base R with covariances of sandwich: Rscript trial.R > trial.txt
suppressPackageStartupMessages(library(sandwich))
tell <- function(name, ...) { values <- c(...); cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "") }
cat("# ", R.version.string, "; sandwich ", format(packageVersion("sandwich")), "\n", sep = "")
units <- read.csv("units.csv")
error <- function(v) unname(sqrt(v["assigned", "assigned"]))

welch <- t.test(score ~ assigned, units)
plain <- lm(score ~ assigned, units)
tell("difference", estimate = unname(welch$estimate[2] - welch$estimate[1]), treated = unname(welch$estimate[2]),
  untreated = unname(welch$estimate[1]), hc2 = welch$stderr, iid = error(vcov(plain)), cluster = error(vcovCL(plain, ~cluster)),
  low = confint(plain)["assigned", 1])
centred <- transform(units, x1 = x1 - mean(x1), x2 = x2 - mean(x2))
lin <- lm(score ~ assigned * (x1 + x2), centred)
tell("adjusted", estimate = unname(coef(lin)["assigned"]), hc2 = error(vcovHC(lin, "HC2")), hc3 = error(vcovHC(lin, "HC3")))

# Strata: the differences within them, weighted by their rows, as Lin's regression on their indicators gives.
parts <- sapply(split(units, units$stratum), function(s) c(mean(s$score[s$assigned == 1]) - mean(s$score[s$assigned == 0]), nrow(s)))
tell("strata", estimate = sum(parts[1, ] * parts[2, ]) / sum(parts[2, ]))
