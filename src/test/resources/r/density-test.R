# Reference values for DensityTestTest: McCrary's test (2008) by its definition with lm; with "discrete", bins that hold as many values
# each and the variance of their counts. Recorded with R 4.2.2. Run: Rscript density-test.R
side <- function(n, power) 3 * (((1:n) - 0.5) / n)^power
histogram <- function(v, bin, n) {
  b <- floor(abs(v) / bin)
  k <- max(b) + 1
  data.frame(z = sign(v[1]) * ((0:(k - 1)) + 0.5) * bin, f = tabulate(b + 1, k) / (n * bin))
}
rule <- function(h) {
  m <- lm(f ~ z + I(z^2) + I(z^3) + I(z^4), h)
  b <- coef(m)
  second <- 2 * b[3] + 6 * b[4] * h$z + 12 * b[5] * h$z^2
  reach <- max(abs(h$z))
  min(reach, 3.348 * (summary(m)$sigma^2 * reach / sum(second^2))^0.2)
}
at <- function(h, bandwidth, n, bin) {
  h$w <- pmax(0, 1 - abs(h$z) / bandwidth)
  h <- h[h$w > 0, ]
  x <- cbind(1, h$z)
  share <- (solve(t(x) %*% (h$w * x)) %*% t(h$w * x))[1, ]
  c(unname(coef(lm(f ~ z, h, weights = w))[1]), sum(share^2 * h$f / (n * bin)))
}
test <- function(x, step) {
  n <- length(x)
  bin <- 2 * sd(x) / sqrt(n)
  if (step > 0) {
    x <- x - (max(x[x < 0]) + min(x[x >= 0])) / 2
    bin <- max(1, round(bin / step)) * step
  }
  below <- histogram(x[x < 0], bin, n)
  above <- histogram(x[x > 0], bin, n)
  bandwidth <- (rule(below) + rule(above)) / 4
  if (step > 0) bandwidth <- max(bandwidth, 5 * bin)
  l <- at(below, bandwidth, n, bin)
  r <- at(above, bandwidth, n, bin)
  difference <- log(r[1]) - log(l[1])
  variance <- if (step > 0) l[2] / l[1]^2 + r[2] / r[1]^2 else 4.8 / (n * bandwidth) * (1 / l[1] + 1 / r[1])
  cat(sprintf("%.12g", c(difference, 2 * pnorm(-abs(difference / sqrt(variance))))), "\n")
}
test(c(-side(200, 1.3), side(300, 0.9)), 0)
test(c(-side(400, 1), side(200, 1.6)), 0)
test(floor(c(-side(400, 1.2), side(500, 0.9)) * 20), 1)
