"""The work of LevelfieldGroups.java in scikit-learn with its own threads. Prints the seconds.

It has no k-medoids, which is left out here; all else is as often, from as many starts, and on as
large samples as there.

usage: sklearn_groups.py SCHOOLS FEATURES
"""
import sys
import time

import numpy as np
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.metrics import (
    adjusted_rand_score,
    calinski_harabasz_score,
    davies_bouldin_score,
    silhouette_samples,
    silhouette_score,
)

schools, features = int(sys.argv[1]), int(sys.argv[2])
rng = np.random.default_rng(1)
values = rng.standard_normal((schools, 1)) + rng.standard_normal((schools, features))
K = range(2, 9)


def kmeans(points, k, starts):
    return KMeans(k, n_init=starts, random_state=int(rng.integers(2**31))).fit(points)


def quick(n):
    return max(3, min(10, 5000 // n))


start = time.perf_counter()
points = (values - values.mean(0)) / values.std(0, ddof=1)

best = {}
for k in K:
    best[k] = kmeans(points, k, 50)
    labels = best[k].labels_
    silhouette_score(points, labels, sample_size=min(schools, 10_000), random_state=1)
    calinski_harabasz_score(points, labels)
    davies_bouldin_score(points, labels)
labels = best[3].labels_

axes = np.linalg.svd(points, full_matrices=False)[2]
rotated = points @ axes.T
low, high, sd = rotated.min(0), rotated.max(0), rotated.std(0)
n = min(schools, 10_000)
for null in range(200):
    drawn = rng.uniform(low, high, (n, features)) if null < 100 else rng.normal(0, sd, (n, features))
    for k in K:
        found = kmeans(drawn, k, quick(n))
        silhouette_score(drawn, found.labels_, sample_size=min(n, 1000), random_state=1)

for _ in range(100):
    drawn = np.unique(rng.integers(0, schools, schools))
    found = kmeans(points[drawn], 3, quick(len(drawn)))
    again = KMeans(3, init=best[3].cluster_centers_, n_init=1).fit(points[drawn])
    (found if found.inertia_ < again.inertia_ else again).predict(points)

for _ in range(3):
    adjusted_rand_score(labels, kmeans(points, 3, 50).labels_)
some = rng.permutation(schools)[:5000]
adjusted_rand_score(labels[some], AgglomerativeClustering(3, linkage="ward").fit(points[some]).labels_)
for j in range(features):
    adjusted_rand_score(labels, kmeans(np.delete(points, j, 1), 3, 50).labels_)
silhouette_samples(points, labels)
print(f"{time.perf_counter() - start:.2f}")
