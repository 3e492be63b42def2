# Makes the data sets beside this script, which both R and the tests of attribution read.
# Run: Rscript made-data.R (writes *.csv into the working directory).
# Numbers come from the minimal standard generator of Park and Miller (1988, Communications of the ACM 31), which needs no package and
# gives the same values in every version of R; values are written with four decimals and read back as written.

state <- 1
uniform <- function(n) sapply(seq_len(n), function(i) { state <<- (16807 * state) %% 2147483647; state / 2147483647 })
normal <- function(n) sapply(seq_len(n), function(i) sum(uniform(12)) - 6)
keep <- function(name, data) {
  for (column in names(data)) if (is.numeric(data[[column]])) data[[column]] <- round(data[[column]], 4)
  write.csv(data, paste0(name, ".csv"), row.names = FALSE, quote = FALSE)
}

# A discontinuity at 0: running variable x, the same in fifteenths, outcome y, treatment received, a covariate w, 25 clusters and weights.
state <- 101
n <- 400
x <- 2 * uniform(n) - 1
w <- normal(n)
received <- as.numeric(uniform(n) < ifelse(x >= 0, 0.8, 0.25))
cluster <- 1 + (seq_len(n) * 7) %% 25
y <- 1 + 0.8 * x + 1.5 * x^2 - 2 * x^3 + 1.2 * received + 0.4 * w + 0.1 * (cluster %% 5) + 0.5 * normal(n)
weight <- 0.5 + uniform(n)
keep("discontinuity", data.frame(y, x, heaped = floor(x * 15) / 15 + 1 / 30, received, w, cluster, weight))

# Unit rows: a treatment that depends on covariates, an outcome with unequal variance, two instruments, strata and clusters.
state <- 202
n <- 240
x1 <- normal(n)
x2 <- uniform(n)
z1 <- as.numeric(uniform(n) < 0.5)
z2 <- normal(n)
hidden <- normal(n)
d <- as.numeric(0.6 * x1 - 0.5 * x2 + 0.9 * z1 + 0.5 * z2 + 0.6 * hidden + normal(n) > 0.3)
dose <- 0.5 * x1 + z1 + 0.6 * z2 + 0.7 * hidden + normal(n)
y <- 2 + 1.5 * d + x1 - x2 + 0.8 * hidden + (0.5 + x2) * normal(n)
cluster <- 1 + (seq_len(n) * 11) %% 30
weight <- 0.5 + uniform(n)
assigned <- as.numeric(uniform(n) < 0.4)
stratum <- 1 + seq_len(n) %% 4
score <- 3 + 0.7 * assigned * (1 + x1) + 1.2 * x1 + 0.3 * stratum + (0.5 + 0.5 * assigned) * normal(n)
keep("units", data.frame(y, d, dose, x1, x2, z1, z2, cluster, weight, assigned, stratum, score))

# A panel of 36 units over eight years, some treated from 2014 or 2016, the others never; x varies in both ways, base by unit.
state <- 303
units <- 36
years <- 2010:2017
base <- normal(units)
start <- ifelse(seq_len(units) %% 3 == 0, 2014, ifelse(seq_len(units) %% 4 == 1, 2016, Inf))
level <- normal(units)
panel <- do.call(rbind, lapply(seq_len(units), function(u) {
  x <- 0.5 * level[u] + normal(length(years))
  noise <- normal(length(years))
  for (t in 2:length(years)) noise[t] <- noise[t] + 0.4 * noise[t - 1]
  treated <- as.numeric(years >= start[u])
  data.frame(unit = u, year = years, start = start[u], treated,
    y = 3 + level[u] + 0.3 * (years - 2010) * (1 + 0.5 * base[u]) + 0.8 * x + ifelse(treated == 1, 1 + 0.3 * (years - start[u]), 0) + noise,
    x, base = base[u], region = 1 + u %% 6)
}))
panel$start <- ifelse(is.finite(panel$start), panel$start, 0)
keep("panel", panel)
# The same with rows missing, of one unit in the middle and of five at the end.
keep("panel-uneven", panel[!(panel$unit %in% 1:5 & panel$year > 2013) & !(panel$unit == 9 & panel$year == 2012), ])

# A synthetic control's panel: 12 controls and two treated units over 14 years, treated in the last four.
state <- 404
factors <- cbind(cumsum(normal(14)), sin(1:14))
wide <- do.call(rbind, lapply(1:14, function(u) {
  loading <- c(0.5 + uniform(1), normal(1))
  data.frame(unit = u, year = 2001:2014, treated = as.numeric(u > 12 & (1:14) > 10),
    y = 10 + 2 * uniform(1) + as.vector(factors %*% loading) + 0.3 * normal(14) + ifelse(u > 12 & (1:14) > 10, 2, 0))
}))
keep("synthetic", wide)

# A monthly series of seven years with a yearly season, interrupted after the fourth, its errors alike from month to month.
state <- 505
month <- 0:83
noise <- normal(84)
for (t in 2:84) noise[t] <- noise[t] + 0.5 * noise[t - 1]
control <- 20 + 0.1 * month + normal(84)
y <- 50 + 0.2 * month + 3 * sin(2 * pi * month / 12) + cos(4 * pi * month / 12) + 0.5 * control + ifelse(month >= 48, -4 + 0.1 * (month - 48), 0) + noise
keep("series", data.frame(month = sprintf("%d-%02d", 2015 + month %/% 12, 1 + month %% 12), y, control))
