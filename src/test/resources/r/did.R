# Group-time effects by DRDID 1.2.3 (github.com/pedrohcgs/DRDID, commit 654531e36f84), its function drdid_panel read from source with
# glm.fit in place of fastglm, put together as Callaway and Sant'Anna (2021) do; imputation and two-way effects by lm and sandwich:
# Rscript did.R FOLDER-OF-ITS-R-FILES > did.txt
suppressPackageStartupMessages(library(sandwich))
fastglm <- function(x, y, family = gaussian(), weights, ...) {
  fit <- glm.fit(x, y, weights, family = family, control = list(epsilon = 1e-14, maxit = 50))
  class(fit) <- c("glm", "lm")
  fit
}
source(textConnection(gsub("fastglm::fastglm", "fastglm", readLines(file.path(commandArgs(TRUE)[1], "drdid_panel.R")))))
tell <- function(name, ...) { values <- c(...); cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "") }
cat("# ", R.version.string, "; DRDID 1.2.3, sandwich ", format(packageVersion("sandwich")), "\n", sep = "")
panel <- read.csv("panel.csv")
years <- 2010:2017
wide <- reshape(panel[, c("unit", "year", "y")], idvar = "unit", timevar = "year", direction = "wide")
units <- merge(wide, unique(panel[, c("unit", "start", "base")]))
n <- nrow(units)
y <- function(t) units[[paste0("y.", t)]]

# All group-time effects, against the never treated or also those not yet treated; influence by unit, of mean 0.
groupTime <- function(covariate, control = "never", base = "varying", anticipation = 0) {
  cells <- NULL
  influence <- NULL
  for (g in c(2014, 2016)) for (t in if (base == "varying") 2011:2017 else setdiff(2010:2017, g - 1 - anticipation)) {
    before <- if (t >= g || base == "universal") g - 1 - anticipation else t - 1
    waiting <- control == "notyet" & units$start > max(t, before) + anticipation
    rows <- units$start %in% c(0, g) | waiting
    X <- if (covariate) cbind(1, units$base[rows]) else matrix(1, sum(rows), 1)
    fit <- drdid_panel(y(t)[rows], y(before)[rows], as.numeric(units$start[rows] == g), X, inffunc = TRUE)
    own <- numeric(n)
    own[rows] <- fit$att.inf.func * n / sum(rows)
    cells <- rbind(cells, c(g, t, fit$ATT))
    influence <- cbind(influence, own)
  }
  list(g = cells[, 1], t = cells[, 2], att = cells[, 3], influence = influence)
}
share <- function(g) mean(units$start == g)
# The average of effects weighted by their groups' shares, which are estimated too.
weighted <- function(found, keep) {
  g <- found$g[keep]
  p <- sapply(g, share)
  w <- p / sum(p)
  effect <- sum(w * found$att[keep])
  departures <- sapply(g, function(one) (units$start == one) - share(one))
  extra <- departures %*% found$att[keep] / sum(p) - effect * rowSums(departures) / sum(p)
  inf <- found$influence[, keep, drop = FALSE] %*% w + extra
  list(att = effect, influence = as.vector(inf))
}
plain <- function(parts) list(att = mean(sapply(parts, `[[`, "att")), influence = rowMeans(sapply(parts, `[[`, "influence")))
show <- function(name, part) tell(name, estimate = part$att, error = sqrt(sum(part$influence^2)) / n)
for (covariate in c(FALSE, TRUE)) {
  label <- if (covariate) "covariate" else "plain"
  found <- groupTime(covariate)
  for (i in seq_along(found$att))
    show(sprintf("%s.%d.%d", label, found$g[i], found$t[i]), list(att = found$att[i], influence = found$influence[, i]))
  show(paste0(label, ".simple"), weighted(found, found$t >= found$g))
  groups <- lapply(c(2014, 2016), function(g) {
    keep <- which(found$g == g & found$t >= g)
    list(att = mean(found$att[keep]), influence = rowMeans(found$influence[, keep, drop = FALSE]))
  })
  show(paste0(label, ".group2014"), groups[[1]])
  show(paste0(label, ".group2016"), groups[[2]])
  show(paste0(label, ".group"), weighted(list(g = c(2014, 2016), att = sapply(groups, `[[`, "att"), influence = sapply(groups, `[[`, "influence")), 1:2))
  events <- lapply(0:3, function(e) weighted(found, found$t - found$g == e))
  for (e in 0:3) show(paste0(label, ".event", e), events[[e + 1]])
  show(paste0(label, ".event"), plain(events))
  times <- lapply(2014:2017, function(t) weighted(found, found$t == t & found$t >= found$g))
  show(paste0(label, ".calendar2016"), times[[3]])
  show(paste0(label, ".calendar"), plain(times))
}


# Other controls, other base periods and anticipation.
others <- list(notyet = groupTime(FALSE, control = "notyet"), universal = groupTime(FALSE, base = "universal"),
  anticipating = groupTime(FALSE, anticipation = 1))
for (label in names(others)) {
  found <- others[[label]]
  for (i in seq_along(found$att))
    show(sprintf("%s.%d.%d", label, found$g[i], found$t[i]), list(att = found$att[i], influence = found$influence[, i]))
  show(paste0(label, ".simple"), weighted(found, found$t >= found$g))
}

# That all effects before treatment are zero, and an effect from 2012 on before anybody was treated.
found <- groupTime(FALSE)
early <- found$t < found$g
# Of few units: each arm's share of the variance has the factor n / (n - 1) and Welch's degrees of freedom, of which the fewest count;
# with fewer than twice the number of effects the least p-value times that number (Bonferroni).
parts <- sapply(which(early), function(i) {
  arms <- list(units$start == found$g[i], units$start == 0)
  v <- sapply(arms, function(arm) sum(found$influence[arm, i]^2) / n^2 * sum(arm) / (sum(arm) - 1))
  c(variance = sum(v), freedom = sum(v)^2 / sum(v^2 / (sapply(arms, sum) - 1)))
})
t <- abs(found$att[early]) / sqrt(parts["variance", ])
freedom <- min(parts["freedom", ])
stopifnot(freedom < 2 * sum(early))
tell("before", t = max(t), df = freedom, p = min(1, sum(early) * 2 * min(pt(-t, freedom))))
change <- (y(2012) + y(2013)) / 2 - y(2011)
tell("placebo", estimate = mean(change[units$start > 0]) - mean(change[units$start == 0]))

# Imputation: untreated rows on effects of unit and year, treated rows less what these expect. The standard error is that of theorem 3 of
# Borusyak, Jaravel and Spiess (2024): every row's weight in the estimate times its departure, summed by unit; treated rows depart
# from the mean of their cohort and year.
untreated <- panel$treated == 0
Z <- model.matrix(~ factor(unit) + factor(year), panel)
imputation <- function(chosen) {
  fit <- qr.coef(qr(Z[untreated, ]), panel$y[untreated])
  tau <- panel$y - Z %*% fit
  w <- chosen / sum(chosen)
  v <- w
  v[untreated] <- -Z[untreated, ] %*% solve(crossprod(Z[untreated, ]), crossprod(Z[!untreated, , drop = FALSE], w[!untreated]))
  cell <- interaction(panel$start, panel$year)
  departure <- as.vector(tau) - ifelse(untreated, 0, ave(as.vector(tau), cell))
  c(estimate = sum(w * tau), error = sqrt(sum(tapply(v * departure, panel$unit, sum)^2)))
}
tell("imputation", imputation(panel$treated == 1))
for (e in 0:3) tell(paste0("imputation.event", e), imputation(panel$treated == 1 & panel$year - panel$start == e))

# Two-way effects, clustered by unit with effects of units counted once.
within <- lm(y ~ treated + factor(unit) + factor(year), panel)
rows <- nrow(panel)
tell("twoWay", estimate = unname(coef(within)["treated"]),
  cluster = unname(sqrt(vcovCL(within, ~unit, type = "HC0", cadjust = TRUE)["treated", "treated"] * (rows - 1) / (rows - (2 + 7)))))
