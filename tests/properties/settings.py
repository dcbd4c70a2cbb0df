"""How many examples a property is tried on; derandomised, so that a run says the same as the last."""

from hypothesis import HealthCheck, settings

RUN = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TEXTS = settings(RUN, max_examples=400)
