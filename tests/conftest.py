"""Property tests look for wrong answers, not for slow ones: a busy machine must not fail them."""

from hypothesis import HealthCheck, settings

settings.register_profile("drawdown", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("drawdown")
