package dev.firn.rigs.kernel;

/** Has no test, so that {@link GuestTestsIT} sees what becomes of that. */
class EmptyInGuest {}
