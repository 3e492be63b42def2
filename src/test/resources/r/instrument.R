# Instrumental variables by the package AER with covariances of sandwich; limited-information maximum likelihood and the interval of
# Anderson and Rubin from their definitions: Rscript instrument.R > instrument.txt
suppressPackageStartupMessages({ library(AER); library(sandwich) })
tell <- function(name, ...) { values <- c(...); cat(sprintf("%s.%s %.12g\n", name, names(values), values), sep = "") }
cat("# ", R.version.string, "; AER ", format(packageVersion("AER")), ", sandwich ", format(packageVersion("sandwich")), "\n", sep = "")
error <- function(v, term) unname(sqrt(v[term, term]))
units <- read.csv("units.csv")
n <- nrow(units)

fit <- ivreg(y ~ dose + x1 + x2 | z1 + z2 + x1 + x2, data = units)
tests <- summary(fit, diagnostics = TRUE)$diagnostics
first <- lm(dose ~ z1 + z2 + x1 + x2, units)
reduced <- lm(y ~ z1 + z2 + x1 + x2, units)
tell("twoStage", estimate = unname(coef(fit)["dose"]), x1 = unname(coef(fit)["x1"]), iid = error(vcov(fit), "dose"),
  hc0 = error(vcovHC(fit, "HC0"), "dose"), hc1 = error(vcovHC(fit, "HC1"), "dose"), cluster = error(vcovCL(fit, ~cluster, type = "HC1"), "dose"),
  firstStageF = tests["Weak instruments", "statistic"], wuHausman = tests["Wu-Hausman", "statistic"],
  wuHausmanP = tests["Wu-Hausman", "p-value"], sargan = tests["Sargan", "statistic"], sarganP = tests["Sargan", "p-value"],
  firstZ1 = unname(coef(first)["z1"]), firstZ1Error = error(vcovHC(first, "HC1"), "z1"), reducedZ2 = unname(coef(reduced)["z2"]),
  reducedZ2Error = error(vcovHC(reduced, "HC1"), "z2"))

weighted <- ivreg(y ~ dose + x1 + x2 | z1 + z2 + x1 + x2, data = units, weights = weight)
tell("weighted", estimate = unname(coef(weighted)["dose"]), hc1 = error(vcovHC(weighted, "HC1"), "dose"))

# The interval of Anderson and Rubin: effects e at which z1 and z2 do not jointly explain y - e dose, by an F test with HC1.
critical <- qf(0.95, 2, n - 5)
excess <- function(e) {
  rest <- lm(I(y - e * dose) ~ z1 + z2 + x1 + x2, units)
  b <- coef(rest)[c("z1", "z2")]
  as.numeric(b %*% solve(vcovHC(rest, "HC1")[c("z1", "z2"), c("z1", "z2")], b)) / 2 - critical
}
b <- unname(coef(fit)["dose"])
tell("andersonRubin", low = uniroot(excess, c(b - 3, b), tol = 1e-12)$root, high = uniroot(excess, c(b, b + 3), tol = 1e-12)$root)

# Limited information: kappa is the least root of |W1 - k W| = 0, and the estimate two-stage's with I - k M for the projection.
X <- model.matrix(~ dose + x1 + x2, units)
Z <- model.matrix(~ z1 + z2 + x1 + x2, units)
E <- model.matrix(~ x1 + x2, units)
left <- function(A, v) v - A %*% solve(crossprod(A), crossprod(A, v))
Y <- cbind(units$y, units$dose)
kappa <- min(Re(eigen(solve(crossprod(Y, left(Z, Y)), crossprod(Y, left(E, Y))))$values))
A <- crossprod(X) - kappa * crossprod(X, left(Z, X))
beta <- solve(A, crossprod(X, units$y) - kappa * crossprod(X, left(Z, units$y)))
moved <- X - kappa * left(Z, X)
residual <- as.vector(units$y - X %*% beta)
meat <- crossprod(moved * residual) * n / (n - 4)
tell("liml", kappa = kappa, estimate = unname(beta["dose", 1]), hc1 = unname(sqrt((solve(A) %*% meat %*% solve(A))["dose", "dose"])),
  iid = unname(sqrt(sum(residual^2) / (n - 4) * solve(A)["dose", "dose"])))
